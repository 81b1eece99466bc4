import type { Printer } from './printer.ts'
import type { SignIn, Stage } from './stage.ts'
import { createRoleTeamUser } from './steps/create.ts'
import { beDenied } from './steps/denial.ts'
import { listPageByPage } from './steps/list.ts'
import { moveBetweenTeams } from './steps/move.ts'
import { runRemedy } from './steps/remedy.ts'

/**
 * Takes the tour: prints each step, and checks its result.
 *
 * @param admin - The user who creates resources and moves people.
 * @throws Error if a step failed; the message names the step and the failure.
 */
export async function takeTour(signIn: SignIn, print: Printer, admin: string): Promise<void> {
  const stage: Stage = { signIn, print }
  const lead = 'lead@acme.test'
  let steps = 0

  async function step<T>(title: string, who: string, play: () => Promise<T>): Promise<T> {
    steps += 1
    print.step(steps, title, who)
    try {
      return await play()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`Step ${steps} did not do what it says. ${reason}`, { cause })
    }
  }

  print.title('Rolecall: a client, and a mock that enforces the platform’s own policy')
  await step('Create a role, a team and a user', admin, () => createRoleTeamUser(stage, admin))
  await step('Into two teams and out of a third, in one call', admin, () =>
    moveBetweenTeams(stage, admin),
  )
  await step('List users, page by page', admin, () => listPageByPage(stage, admin))
  const decision = await step('The Admin of another team may not', lead, () =>
    beDenied(stage, lead),
  )
  await step('One remedy, run as given, and the same call succeeds', lead, () =>
    runRemedy(stage, lead, decision),
  )
  print.text('\nEverything did what it says. The code is in docs/examples/quickstart.')
}
