import type { User } from 'rolecall'
import { element } from './element.ts'

/** Which teams someone is in, and with which role. */
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
