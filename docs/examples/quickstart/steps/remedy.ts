import { callText, type Decision } from 'rolecall'
import { check, run, type Stage } from '../stage.ts'
import { listed } from '../text.ts'

/** Runs the first remedy exactly as the denial gives it, then makes the denied call again. */
export async function runRemedy(stage: Stage, as: string, decision: Decision): Promise<void> {
  const [remedy] = decision.alternatives
  check(remedy !== undefined, 'There is no remedy to run.')

  for (const { operation, args, by } of remedy.calls) {
    const [email] = by
    const call = callText({ operation, args })
    check(email !== undefined, `Nobody may run ${call}.`)
    const helper = stage.signIn(email)
    await run(stage, () => helper.call(operation, ...args))
    stage.print.rows([
      ['ran', call],
      ['by', email, 'good'],
    ])
  }

  const lead = stage.signIn(as)
  const role = await run(stage, () =>
    lead.roles.create({ key: 'auditor', permissions: ['use_case:read'] }),
  )
  stage.print.rows([
    ['role', `${role.key}, created by ${as}`, 'good'],
    ['teams', listed((await lead.users.me()).teams)],
  ])
  check(
    (await lead.roles.get('auditor')).id === role.id,
    'The role of the denied call can’t be read.',
  )
}
