import type { Policy } from './policy.ts'

/** A policy, and the mode in which it judges calls. */
export interface Judge {
  readonly policy: Policy
  /** Whether callers may hand out only permissions that they hold there, which prevents privilege escalation. */
  readonly hardened: boolean
}
