import type { Operation } from './document.ts'

/** A request to send, some of whose parts only the platform's earlier answers tell. */
export interface Draft {
  /** The operation that it calls, if it calls one. */
  readonly operation?: Operation | undefined
  readonly method: string
  /** The path with its query, as it is sent. */
  readonly target: string
  /** In place of the path, the resource of this path template that was created last, if there is one. */
  readonly latest?: { readonly template: string; readonly rest: string }
  /** The e-mail address of a user, `point` for an enforcement point, or nobody. */
  readonly as?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly ifMatch?: 'current'
  readonly body?: string | Uint8Array
  readonly fault?: Fault | undefined
  /** Whether it is so odd that only the laws of every answer hold. */
  readonly isOdd?: true
}

/** What is wrong with a request, and how the platform may answer it. */
export interface Fault {
  readonly how: string
  readonly statuses: readonly number[]
  /** The items of a batch that have the fault: a 200 refuses these. */
  readonly items?: readonly number[] | undefined
  /** A word that the answer must hold, in its detail or its errors. */
  readonly names?: string
  /** The path template, if no operation is called. */
  readonly path?: string
}
