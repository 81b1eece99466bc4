import { brief, cut } from '../shared/brief.ts'
import type { Refusal } from '../policy/call/call.ts'
import type { Mention } from '../policy/world/reader.ts'
import type { Decision, FieldError, ProblemCode } from '../../src/generated/models.ts'

/** Why a call is refused, whoever refuses it: everything that the problem in the answer says. */
export interface Refused {
  readonly ok: false
  readonly status: number
  readonly code: ProblemCode
  /** What is wrong and what would be right. */
  readonly text: string
  /** The rule of the policy, or `API`. */
  readonly rule: string
  readonly errors?: readonly FieldError[]
  readonly decision?: Decision
  /** A policy's own word for it, where the API has none. */
  readonly reason?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What it speaks of; left out where that can't be named. Who may not see it is not told of it after a remedy. */
  readonly about?: readonly Mention[]
  /** What only the mock's log says. */
  readonly hiddenReason?: string
}

/** How many characters a text of a refusal has at most, whatever it repeats of the request. */
const longest = 2000

/** A refusal by the API itself. */
export function refuse(
  status: number,
  code: ProblemCode,
  text: string,
  more: Partial<
    Pick<Refused, 'rule' | 'errors' | 'headers' | 'decision' | 'about' | 'hiddenReason'>
  > = {},
): Refused {
  return { ok: false, status, code, text: brief(text, longest), rule: 'API', ...more }
}

/** Why somebody may do nothing, of a request that nobody could make. */
export function refusedAnyway(refused: Refused, unread: Refused): Refused {
  const { decision } = refused
  if (decision === undefined || decision.final !== undefined) return refused
  const final = `Whoever makes it, the request would be refused: ${unread.text}`
  return { ...refused, decision: { ...decision, final } }
}

/** The API's codes for what a policy's guards and invariants refuse. */
const conflicts: readonly ProblemCode[] = [
  'already_exists',
  'built_in',
  'in_use',
  'owning_team',
  'last_administrator',
  'owner_required',
  'seat_limit_reached',
  'project_limit_reached',
  'already_answered',
  'invalid_state',
]
const byStatus: Readonly<Record<number, readonly ProblemCode[]>> = {
  409: conflicts,
  410: ['gone'],
  422: [
    'role_not_assignable',
    'role_not_available',
    'transfer_required',
    'outside_organization',
    'invalid_target',
    'unknown_reference',
    'validation_failed',
  ],
}

/** The API's codes for what a policy refuses with that status; the last one stands for any other. */
export const codesOf = (status: number): readonly ProblemCode[] => byStatus[status] ?? conflicts

/** A refusal by a guard or an invariant. A code of the policy's own is told as the reason. */
export function refuseBy({ status, code, text, rule, about }: Refusal): Refused {
  const codes = codesOf(status)
  const known = codes.find((one) => one === code)
  const more = { rule, ...(about && { about }) }
  if (known !== undefined) return refuse(status, known, text, more)
  return { ...refuse(status, codes.at(-1) ?? 'invalid_state', text, more), reason: code }
}

/** A refusal for what stands at one or several places of the body, said once and at each place. */
export function refuseFields(
  status: 400 | 409 | 422,
  code: ProblemCode,
  errors: readonly FieldError[],
  more: Partial<Pick<Refused, 'rule' | 'about'>> = {},
): Refused {
  return refuseEach(status, code, errors, (error) => error, more)
}

/** How many faults an answer names: the others are counted. */
export const mostFaults = 20

/** The same for faults that are described only as far as they are named. */
export function refuseEach<Fault>(
  status: 400 | 409 | 422,
  code: ProblemCode,
  faults: readonly Fault[],
  describe: (fault: Fault) => FieldError,
  more: Partial<Pick<Refused, 'rule' | 'about'>> = {},
): Refused {
  const errors = faults.slice(0, mostFaults).map((fault): FieldError => {
    const { pointer, message } = describe(fault)
    return { pointer: cut(pointer, 300), message: brief(message, longest) }
  })
  const text = errors
    .map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`))
    .join(' ')
  const others = faults.length - errors.length
  const count = others === 0 ? '' : ` And ${others} more.`
  return refuse(status, code, `${brief(text, longest - count.length - 1)}${count}`, {
    errors,
    ...more,
  })
}
