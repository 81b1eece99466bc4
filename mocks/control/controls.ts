import type { Coverage } from '../coverage/coverage.ts'
import type { Faults } from '../faults/faults.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { Mail } from '../log/mail.ts'
import type { Refused } from '../message/refusal.ts'
import type { KnownUser } from '../platform/known-user.ts'

/** The levers of a mock that control paths move. A mock has them, and others. */
export interface Levers {
  users(): readonly KnownUser[]
  readonly requests: readonly LoggedRequest[]
  onRequest(listener: (request: LoggedRequest) => void): () => void
  readonly outbox: readonly Mail[]
  coverage(): Coverage
  readonly faults: Faults
  reset(): void
}

/** The controls of one state of a mock. */
export interface Controls {
  readonly mock: Levers
  signIn(user: string, signUp: boolean): { readonly token: string } | Refused
  /** The token of an enforcement point. */
  pointToken(): string
}
