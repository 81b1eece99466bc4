import type { OperationId } from '../../src/generated/operations.ts'
import { callText, type Decision } from '../../src/index.ts'
import type { Platform } from '../platform/platform.ts'
import { decisionOn } from './attempts.ts'
import type { Found, Pair } from './finds.ts'
import type { Example, ExampleRefusal } from './page.ts'

/** The two examples of a rule, as a page shows them. */
export interface Examples {
  readonly allowed?: Example
  readonly denied?: Example
}

/** Words the calls that were found. */
export function examplesOf(platform: Platform, { allowed, denied }: Partial<Pair>): Examples {
  const worded = (found: Found): Example => ({
    as: found.actor.email,
    who: whoIs(platform, found.actor.email),
    operation: found.operation,
    args: found.args,
    ...(found.candidate.about !== undefined && { about: found.candidate.about }),
    ...(platform.compiled.hardened && { hardened: true }),
  })
  return {
    ...(allowed && { allowed: worded(allowed) }),
    ...(denied && {
      denied: { ...worded(denied), refused: refusalOf(platform, denied.operation, denied) },
    }),
  }
}

/** Who the user is, from the scenario. */
export const whoIs = ({ personas }: Platform, email: string): string =>
  personas.find(({ user }) => user === email)?.text ?? ''

const refusalOf = (platform: Platform, operation: OperationId, found: Found): ExampleRefusal =>
  toldOf(decisionOn(platform, operation, found))

/** The part of a denial that an example shows. */
export const toldOf = (decision: Decision): ExampleRefusal => {
  const { rule, status = 403, code = 'permission_denied', text, alternatives, final } = decision
  const calls = (alternatives[0]?.calls ?? []).map((call) => ({
    text: callText(call),
    by: call.by[0] ?? 'nobody',
  }))
  const hasReason = calls.length === 0 && final !== undefined && final !== text
  return { rule, status, code, text, calls, ...(hasReason && { final }) }
}
