import { describeMissing } from '../../mocks/policy/explain/missing.ts'
import type { Prerequisite } from '../../mocks/policy/assignments/prerequisite.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import type { World } from '../../mocks/policy/world/world.ts'
import type { UserRecord } from '../../mocks/policy/language/records.ts'

/** The words of a decision about what one assignment lacks, for a reader who sees everything. */
export const toldBy =
  (policy: Policy, world: World) =>
  (user: UserRecord, ...lacking: Omit<Prerequisite, 'met'>[]) =>
    describeMissing(
      { policy, world, reader: { user, sees: () => true, mayList: () => true } },
      lacking.map((one) => ({ ...one, met: false })),
    )
