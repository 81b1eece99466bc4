import type { Policy } from '../policy/index.ts'

/** How often something was seen with each outcome. */
export interface Seen {
  yes: number
  no: number
}

type Counts = ReadonlyMap<string, Readonly<Seen>>

/** All that was seen of one policy. */
export interface SeenOfPolicy {
  readonly policy: Policy
  /** Whether it was in force in hardened mode. */
  readonly isHardened: boolean
  /** By operation. */
  readonly operations: Counts
  /** By the id of a rule, guard or invariant. */
  readonly rules: Counts
  /** By JSON pointer into the policy. */
  readonly leaves: Counts
}
