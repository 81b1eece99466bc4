import { element } from './element.ts'
import type { Platform } from './platform.ts'
import { question } from './question.ts'
import { signIn } from './sign-in.ts'
import { teamsOf } from './teams.ts'

/** The whole page: the sign-in, the user's teams, and a button that creates a role. */
export function app(platform: Platform): Node {
  const page = document.createDocumentFragment()
  const content = element('div', { className: 'content' })

  async function show(email: string): Promise<void> {
    const client = platform.signIn(email)
    // A new element for each session, so that a late answer is not shown to the next user.
    const teams = element('section')
    const showTeams = async () => teams.replaceChildren(teamsOf(await client.users.me()))
    content.replaceChildren(teams, question({ platform, client, onChange: showTeams }))
    await showTeams()
  }

  page.append(signIn(platform.people, show), content)
  return page
}
