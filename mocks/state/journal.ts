/** A change as plain data: of a record, of the organization, or of the counters. */
export interface Change {
  /** The name of the table; `organization` or `counters`. */
  readonly table: string
  /** The record's id; `counters` for the counters. */
  readonly id: string
  /** The version before the change. Missing if it added the record. */
  readonly before: object | undefined
  /** The version after the change. Missing if it deleted the record. */
  readonly after: object | undefined
}

/** A change that can be made, undone and made again. */
export interface UndoableChange extends Change {
  redo(): void
  undo(): void
}

/** The changes since the outermost transaction began, oldest first. */
export class Journal {
  readonly #changes: UndoableChange[] = []
  /** The start of each open transaction. */
  readonly #starts: { readonly at: number; readonly state: object }[] = []
  #state: object = {}
  /** Called with the changes of each outermost transaction that is kept and changed something, oldest first. */
  onCommit: ((changes: readonly Change[]) => void) | undefined

  /** An identity for the current state of the records: the same object until one of them changes. */
  get state(): object {
    return this.#state
  }

  /** Ids of records deleted since the innermost transaction began. Some may exist again. */
  get deleted(): readonly string[] {
    const { at } = this.#innermost
    return this.#changes
      .slice(at)
      .flatMap(({ id, before, after }) => (before && after === undefined ? [id] : []))
  }

  /** Whether a transaction is open. Outside of all, nothing can be undone. */
  get isOpen(): boolean {
    return this.#starts.length > 0
  }

  /** Makes a change of a record. Outside a transaction, it can't be undone. */
  make(change: UndoableChange): void {
    this.#state = {}
    this.makeUnseen(change)
  }

  /** Makes a change that leaves all records the same. */
  makeUnseen(change: UndoableChange): void {
    change.redo()
    if (this.isOpen) this.#changes.push(change)
  }

  /**
   * Runs the work. Undoes its changes if it throws, or if `keep` returns false. Transactions nest: undoing
   * an inner one keeps the earlier changes of the outer one.
   */
  transaction<T>(work: () => T, keep: (result: T) => boolean): T {
    const at = this.#changes.length
    const state = this.#state
    this.#starts.push({ at, state })
    let kept = false
    try {
      const result = work()
      kept = keep(result)
      return result
    } finally {
      if (!kept) this.#rollBack(at, state)
      this.#starts.pop()
      if (this.#starts.length === 0) this.#end()
    }
  }

  /** Runs the work on the state from before the innermost transaction. It must change nothing. */
  before<T>(work: () => T): T {
    const { at, state } = this.#innermost
    const changes = this.#changes.slice(at)
    const now = this.#state
    for (const change of changes.toReversed()) change.undo()
    this.#state = state
    try {
      return work()
    } finally {
      for (const change of changes) change.redo()
      this.#state = now
    }
  }

  get #innermost(): { readonly at: number; readonly state: object } {
    const start = this.#starts.at(-1)
    if (start === undefined) throw new Error('No transaction is open.')
    return start
  }

  #rollBack(at: number, state: object): void {
    while (this.#changes.length > at) this.#changes.pop()?.undo()
    this.#state = state
  }

  #end(): void {
    const changes = this.#changes.splice(0)
    if (changes.length > 0) this.onCommit?.(changes)
  }
}
