import { brief, cut } from '../shared/brief.ts'
import { subjectAt } from './field-error.ts'
import type { Refusal } from '../policy/call/call.ts'
import type { Mention } from '../policy/world/reader.ts'
import type { Decision, FieldError, ProblemCode } from '../../src/generated/models.ts'

/** A refused call, with all that the problem in its answer says. */
export interface Refused {
  readonly ok: false
  readonly status: number
  readonly code: ProblemCode
  /** The problem's `detail`: what is wrong and what would be right. */
  readonly text: string
  /** The rule of the policy, or `API`. */
  readonly rule: string
  readonly errors?: readonly FieldError[]
  readonly decision?: Decision
  /** The policy's own code, where the API has none. */
  readonly reason?: string
  readonly headers?: Readonly<Record<string, string>>
  /**
   * The resources that the text is about; left out if they can't be named. A remedy tells it only to
   * those who may see them.
   */
  readonly about?: readonly Mention[]
  /** The true reason of a 404, for the mock's log alone. */
  readonly hiddenReason?: string
}

/** The rule of the policy that refuses; undefined for a refusal by the API itself. */
export function ruleOf({ decision, rule }: Refused): string | undefined {
  const known = decision?.rule ?? rule
  return known === 'API' ? undefined : known
}

/** The longest text of a refusal, in characters, however much of the request it quotes. */
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

/** A refusal of the caller, for a request that would be refused whoever made it. */
export function refusedAnyway(refused: Refused, unread: Refused): Refused {
  const { decision } = refused
  if (decision === undefined || decision.final !== undefined) return refused
  const final = `Whoever made it, the request would be refused: ${unread.text}`
  return { ...refused, decision: { ...decision, final } }
}

/** The API's codes for refusals by a policy's guards and invariants. */
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

/** The API's codes for a status that a policy refuses with; the last one stands for all other reasons. */
export const codesOf = (status: number): readonly ProblemCode[] => byStatus[status] ?? conflicts

/** A refusal by a guard or an invariant. A code that the API does not have becomes the `reason`. */
export function refuseBy({ status, code, text, rule, about }: Refusal): Refused {
  const codes = codesOf(status)
  const known = codes.find((one) => one === code)
  const more = { rule, ...(about && { about }) }
  if (known !== undefined) return refuse(status, known, text, more)
  return { ...refuse(status, codes.at(-1) ?? 'invalid_state', text, more), reason: code }
}

/** A refusal for one or several places of the body. Its text joins their messages. */
export function refuseFields(
  status: 400 | 409 | 422,
  code: ProblemCode,
  errors: readonly FieldError[],
  more: Partial<Pick<Refused, 'rule' | 'about'>> = {},
): Refused {
  return refuseEach(status, code, errors, (error) => error, more)
}

/** The most faults that an answer names. It counts the others. */
export const mostFaults = 20

/** The same for any faults. Only those that the answer names are described. */
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
  const text = errors.map(withPlace).join(' ')
  const others = faults.length - errors.length
  const count = others === 0 ? '' : ` And ${others} more.`
  return refuse(status, code, `${brief(text, longest - count.length - 1)}${count}`, {
    errors,
    ...more,
  })
}

/** The message, after its place unless that is its subject. */
function withPlace({ pointer, message }: FieldError): string {
  const place = subjectAt(pointer)
  return pointer === '' || message.startsWith(`${place} `) ? message : `${place}: ${message}`
}
