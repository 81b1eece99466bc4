import { operationsOn } from '../../generated/contract.ts'
import type { AssignmentChange, RemedyCall } from './assignment.ts'
import type { UserRecord } from '../language/records.ts'

/** One call per change, each of which patches the user. */
export const updatesOf = (
  changes: readonly AssignmentChange[],
  { email }: UserRecord,
  patchOf: (role: string | undefined) => object,
): readonly RemedyCall[] =>
  changes.map((change) => ({
    operation: operationsOn.user.update,
    args: [email, patchOf(change.role)],
    changes: [change],
  }))
