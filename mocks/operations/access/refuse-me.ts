import type { FieldError } from '../../../src/generated/models.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import { refuseFields, type Refused } from '../../message/refusal.ts'
import type { UserRecord } from '../../policy/language/records.ts'

/** What may name somebody. */
interface Part {
  readonly subject?: { readonly type: string; readonly id: string }
}

interface Asked {
  readonly actor: UserRecord
  readonly input: Part & { readonly evaluations?: readonly Part[] }
}

/** 400 for an enforcement point that asks about `me`: it is nobody. A plain no would hide the mistake. */
export function refuseMe({ actor, input }: Asked): Refused | undefined {
  if (!isEnforcementPoint(actor)) return undefined
  const parts = [
    { part: input, pointer: '' },
    ...(input.evaluations ?? []).map((part, index) => ({
      part,
      pointer: `/evaluations/${index}`,
    })),
  ]
  const errors = parts.flatMap(({ part: { subject }, pointer }): FieldError[] => {
    if (subject?.type !== 'user' || subject.id !== 'me') return []
    const message =
      'Is "me", and an enforcement point is nobody. Name a user by id or e-mail address.'
    return [{ pointer: `${pointer}/subject/id`, message }]
  })
  return errors.length === 0 ? undefined : refuseFields(400, 'invalid_request', errors)
}
