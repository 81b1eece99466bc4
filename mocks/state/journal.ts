/** One change, and how to go back and forth over it. */
interface UndoableChange {
  readonly undo: () => void
  readonly redo: () => void
  /** The id of the record that the change deleted. */
  readonly deleted?: string
}

/** Notes every change since the outermost transaction began, oldest first. */
export class Journal {
  readonly #changes: UndoableChange[] = []
  /** Where each open transaction began. */
  readonly #starts: { readonly at: number; readonly state: object }[] = []
  #state: object = {}

  /** Stands for the state that the records are in: the same object as long as they are the same. */
  get state(): object {
    return this.#state
  }

  /** Ids of the records that were deleted since the innermost transaction began, and may be there again. */
  get deleted(): readonly string[] {
    const { at } = this.#innermost
    return this.#changes.slice(at).flatMap(({ deleted }) => deleted ?? [])
  }

  /** Notes that a record changes. */
  noteRecord(change: UndoableChange): void {
    this.#state = {}
    this.note(change)
  }

  /** Notes a change. Outside a transaction there is nothing to go back to. */
  note(change: UndoableChange): void {
    if (this.#starts.length > 0) this.#changes.push(change)
  }

  /**
   * Runs the work, and undoes all that it changed when it throws or its result is not to be kept.
   * Transactions nest: undoing an inner one leaves the outer one's changes alone.
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

  /** Reads the state as it was when the innermost transaction began. The work must change nothing. */
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
