import type { FieldError } from '../../../src/generated/models.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import { fieldError } from '../../message/field-error.ts'
import { refuseFields, type Refused } from '../../message/refusal.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { meaningOf } from '../../policy/language/type-names.ts'
import type { UserRecord } from '../../policy/language/records.ts'

/** A question, or the defaults of a batch. */
interface WithSubject {
  readonly subject?: { readonly type: string; readonly id: string }
}

/** 400 if an enforcement point asks about `me`: it is not a user. A plain no would hide the mistake. */
export function refuseMe({
  policy,
  actor,
  input,
}: {
  readonly policy: Policy
  readonly actor: UserRecord
  readonly input: WithSubject & { readonly evaluations?: readonly WithSubject[] }
}): Refused | undefined {
  if (!isEnforcementPoint(actor)) return undefined
  const parts = [
    { part: input, pointer: '' },
    ...(input.evaluations ?? []).map((part, index) => ({
      part,
      pointer: `/evaluations/${index}`,
    })),
  ]
  const errors = parts.flatMap(({ part: { subject }, pointer }): FieldError[] => {
    if (subject?.id !== 'me' || meaningOf(policy, subject.type)?.type !== 'user') return []
    const predicate =
      'is "me", but an enforcement point is not a user. Name a user by id or e-mail address.'
    return [fieldError(`${pointer}/subject/id`, predicate)]
  })
  return errors.length === 0 ? undefined : refuseFields(400, 'invalid_request', errors)
}
