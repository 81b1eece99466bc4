import type { PolicyName } from '../../../src/generated/policies.ts'

/** A request of an operation that the document shows, true of scenario acme under one policy. */
export interface Example {
  readonly operation: string
  /** The policy, or the policy and a word: `adaptive`, `adaptive-denied`. */
  readonly name: string
  readonly policy: PolicyName
  readonly caller: string
  readonly status: number
  /** The example that is sent before: its operation and name. */
  readonly after?: readonly [operation: string, name: string]
  /** Whether the answer is shown in part: its lists and maps are long. */
  readonly shortened: boolean
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** The examples of each operation, by its id. */
export type Examples = ReadonlyMap<string, readonly Example[]>

/** An example, as a file of `openapi/examples` has it. */
export interface WrittenExample {
  /** The policies that it is true of. */
  readonly for: 'every policy' | PolicyName | readonly PolicyName[]
  /** The word after the policy in its name, where an operation has several for a policy. */
  readonly name?: string
  /** Default: admin@acme.test. */
  readonly as?: string
  /** Default: that of success. */
  readonly status?: number
  /** The operation whose example is sent before, and its word if it has one: `projects.members.add rights`. */
  readonly after?: string
  readonly shortened?: boolean
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}
