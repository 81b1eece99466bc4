/** What undoes each change since the outermost transaction began, oldest first. */
export class Journal {
  readonly #undo: (() => void)[] = []
  #depth = 0
  #state: object = {}

  /** Stands for the state that the records are in: the same object as long as they are the same. */
  get state(): object {
    return this.#state
  }

  /** Notes that a record changes, and how to undo it. */
  noteRecord(undo: () => void): void {
    this.#state = {}
    this.note(undo)
  }

  /** Notes how to undo a change. Outside a transaction there is nothing to go back to. */
  note(undo: () => void): void {
    if (this.#depth > 0) this.#undo.push(undo)
  }

  /**
   * Runs the work, and undoes all that it changed when it throws or its result is not to be kept.
   * Transactions nest: undoing an inner one leaves the outer one's changes alone.
   */
  transaction<T>(work: () => T, keep: (result: T) => boolean): T {
    const start = this.#undo.length
    const state = this.#state
    this.#depth += 1
    let kept = false
    try {
      const result = work()
      kept = keep(result)
      return result
    } finally {
      if (!kept) this.#rollBack(start, state)
      this.#depth -= 1
      if (this.#depth === 0) this.#undo.length = 0
    }
  }

  #rollBack(start: number, state: object): void {
    while (this.#undo.length > start) this.#undo.pop()?.()
    this.#state = state
  }
}
