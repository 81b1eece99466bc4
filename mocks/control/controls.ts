import type { LoggedRequest } from '../log/logged-request.ts'
import type { Mail } from '../log/log.ts'
import type { Refused } from '../message/refusal.ts'
import type { KnownUser } from '../platform/known-user.ts'
import type { Policy } from '../policy/language/policy.ts'

/** The levers of one state of a mock. */
export interface Controls {
  signIn(user: string, signUp: boolean): { readonly token: string } | Refused
  /** The token of an enforcement point. */
  pointToken(): string
  users(): readonly KnownUser[]
  readonly requests: readonly LoggedRequest[]
  /** Hears of each request once it is logged. Returns a function that ends it. */
  onRequest(listener: (request: LoggedRequest) => void): () => void
  readonly outbox: readonly Mail[]
  readonly policy: Policy
  reset(): void
}
