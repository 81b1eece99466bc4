import type { AssignmentChange, Draft } from './assignment.ts'
import type { MemberRecord, UserRecord } from '../language/records.ts'

const nowhere: Draft = {
  user() {},
  entry() {},
  ownEntry() {},
  organization() {},
}

/** The user after the change. */
export const personAfter = (
  user: UserRecord,
  { assignment, role }: AssignmentChange,
): UserRecord => {
  let after = user
  const draft: Draft = { ...nowhere, user: (_, change) => void (after = change(after)) }
  assignment.applyTo(draft, role)
  return after
}

/** The entry after changes of a user's own entry. */
export const ownEntryAfter = (
  entry: MemberRecord,
  changes: readonly AssignmentChange[],
): MemberRecord => {
  let after = entry
  const draft: Draft = { ...nowhere, ownEntry: (_, __, change) => void (after = change(after)) }
  for (const { assignment, role } of changes) assignment.applyTo(draft, role)
  return after
}
