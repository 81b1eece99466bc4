import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import { fieldError } from '../../message/field-error.ts'
import { refuseFields, type Refused } from '../../message/refusal.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { meaningOf } from '../../policy/language/type-names.ts'
import type { UserRecord } from '../../policy/language/records.ts'

/** The caller, and the question or search that it asks. */
export interface Asking {
  readonly policy: Policy
  readonly actor: UserRecord
  readonly input: { readonly subject: { readonly type: string; readonly id: string } }
}

/** 400 if an enforcement point asks about `me`: it is not a user. A plain no would hide the mistake. */
export function refuseMe({ policy, actor, input: { subject } }: Asking): Refused | undefined {
  if (!isEnforcementPoint(actor) || subject.id !== 'me') return undefined
  if (meaningOf(policy, subject.type)?.type !== 'user') return undefined
  const predicate =
    'is "me", but an enforcement point is not a user. Name a user by id or e-mail address.'
  return refuseFields(400, 'invalid_request', [fieldError('/subject/id', predicate)])
}
