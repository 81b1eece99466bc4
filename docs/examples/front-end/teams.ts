import type { User } from 'rolecall'
import { element } from './element.ts'

/** The teams of a user, with the role in each. */
export function teamsOf({ email, teams }: User): Node {
  const memberships = Object.entries(teams)
  const page = document.createDocumentFragment()
  page.append(
    element('h2', {}, 'Your teams'),
    memberships.length === 0
      ? element('p', {}, `${email} is in no team.`)
      : element(
          'dl',
          {},
          ...memberships.map(([team, role]) =>
            element('div', {}, element('dt', {}, team), element('dd', {}, role)),
          ),
        ),
  )
  return page
}
