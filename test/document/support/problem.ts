import type { Received } from './exchange.ts'
import { parsed } from './promised.ts'

/** The parts of a problem that laws read. */
export interface Problem {
  readonly status?: unknown
  readonly title?: unknown
  readonly detail?: unknown
  readonly instance?: unknown
  readonly code?: unknown
  readonly type?: unknown
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[]
}

/** The answer as a problem; empty if it is none. */
export function problemIn({ body }: Received): Problem {
  const value = parsed(body)?.value
  return typeof value === 'object' && value !== null ? value : {}
}
