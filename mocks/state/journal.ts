/** A change that can be undone and redone. */
interface UndoableChange {
  readonly undo: () => void
  readonly redo: () => void
  /** The id of the record that the change deleted. */
  readonly deleted?: string
}

/** The changes since the outermost transaction began, oldest first. */
export class Journal {
  readonly #changes: UndoableChange[] = []
  /** The start of each open transaction. */
  readonly #starts: { readonly at: number; readonly state: object }[] = []
  #state: object = {}

  /** An identity for the current state of the records: the same object until one of them changes. */
  get state(): object {
    return this.#state
  }

  /** Ids of records deleted since the innermost transaction began. Some may exist again. */
  get deleted(): readonly string[] {
    const { at } = this.#innermost
    return this.#changes.slice(at).flatMap(({ deleted }) => deleted ?? [])
  }

  /** Notes a change of a record. */
  noteRecord(change: UndoableChange): void {
    this.#state = {}
    this.note(change)
  }

  /** Notes any change. Outside a transaction, nothing can be undone. */
  note(change: UndoableChange): void {
    if (this.#starts.length > 0) this.#changes.push(change)
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
      if (this.#starts.length === 0) this.#changes.length = 0
    }
  }

  /** Runs the work on the state from before the innermost transaction. It must change nothing. */
  before<T>(work: () => T): T {
    const { at, state } = this.#innermost
    const changes = this.#changes.slice(at)
    const now = this.#state
    for (const { undo } of changes.toReversed()) undo()
    this.#state = state
    try {
      return work()
    } finally {
      for (const { redo } of changes) redo()
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
}
