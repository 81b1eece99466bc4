import { element } from './element.ts'
import type { Platform } from './platform.ts'
import { question } from './question.ts'
import { signIn } from './sign-in.ts'
import { teamsOf } from './teams.ts'

/** The whole page: who you are, the teams you are in, and what you may do about roles. */
export function app(platform: Platform): Node {
  const page = document.createDocumentFragment()
  const content = element('div', { className: 'content' })

  async function show(email: string): Promise<void> {
    const client = platform.signIn(email)
    // Of one's own, so that an answer that comes late is not shown to the next one to sign in.
    const teams = element('section')
    const showTeams = async () => teams.replaceChildren(teamsOf(await client.users.me()))
    content.replaceChildren(teams, question({ platform, client, onChange: showTeams }))
    await showTeams()
  }

  page.append(signIn(platform.people, show), content)
  return page
}
