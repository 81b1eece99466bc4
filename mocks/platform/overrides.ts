import type { Calls } from '../../src/generated/client.ts'
import type { ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { OperationArguments } from '../generated/arguments.ts'

/** The result of an operation's call as data; of a list, its page. */
export type OperationResult<Id extends OperationId> =
  Awaited<ReturnType<Calls[Id]>> extends {
    readonly data: infer Data
    readonly nextCursor: infer Cursor
  }
    ? { readonly data: Data; readonly nextCursor: Cursor }
    : Awaited<ReturnType<Calls[Id]>>

/** A call that an override answers. */
export interface OverriddenCall<Id extends OperationId> {
  /** Path arguments, then the body or query, which is valid by the API's document. */
  readonly args: Required<OperationArguments[Id]>
  /** The caller. */
  readonly actor: { readonly id: string; readonly email: string }
  /**
   * Makes the call as if there were no override, with the policy and all its effects, and returns its
   * result. Throws its problem if it is refused.
   */
  next(): OperationResult<Id>
}

/** Answers an operation in place of the policy and the platform. */
export type Override<Id extends OperationId> = (call: OverriddenCall<Id>) => OperationResult<Id>

/** An override of any operation: its result is checked at run time, and so were its arguments. */
export interface AnyOverride {
  answer(call: {
    readonly args: readonly unknown[]
    readonly actor: { readonly id: string; readonly email: string }
    readonly next: () => unknown
  }): unknown
}

/** A refusal that an override answers with. */
export class MockProblem extends Error {
  override readonly name = 'MockProblem'
  readonly status: number
  readonly code: ProblemCode

  constructor(status: number, code: ProblemCode, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.status = status
    this.code = code
  }
}

interface Entry {
  readonly override: AnyOverride
  readonly once: boolean
}

/** The overrides of a mock's state, by operation. */
export class Overrides {
  readonly #entries: Map<OperationId, Entry>

  constructor(entries: Iterable<readonly [OperationId, Entry]> = []) {
    this.#entries = new Map(entries)
  }

  /** Sets an override in place of a former one. Returns a function that removes it. */
  set(operation: OperationId, override: AnyOverride, once: boolean): () => void {
    const entry = { override, once }
    this.#entries.set(operation, entry)
    return () => {
      if (this.#entries.get(operation) === entry) this.#entries.delete(operation)
    }
  }

  /** Takes the override for one call. */
  take(operation: OperationId): AnyOverride | undefined {
    const entry = this.#entries.get(operation)
    if (entry?.once) this.#entries.delete(operation)
    return entry?.override
  }

  clear(): void {
    this.#entries.clear()
  }

  /** The same overrides, for a fork. */
  copy(): Overrides {
    return new Overrides(this.#entries)
  }
}
