import { type Decision, denialText, PermissionDeniedError } from 'rolecall'
import { check, run, type Stage } from '../stage.ts'

/** Tries to create a role as a user who may not, and shows the denial. */
export async function beDenied(stage: Stage, as: string): Promise<Decision> {
  const lead = stage.signIn(as)
  const error = await run(stage, () =>
    lead.roles.create({ key: 'auditor', permissions: ['use_case:read'] }),
  ).catch((thrown: unknown) => thrown)

  check(error instanceof PermissionDeniedError, `${as} was not denied: ${String(error)}`)
  const { decision } = error
  check(decision !== undefined, 'The denial has no decision.')
  check(decision.alternatives.length > 0, 'The denial names no remedy.')

  stage.print.labelled(denialText(decision, { user: as, width: stage.print.width }))
  return decision
}
