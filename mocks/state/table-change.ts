import type { UndoableChange } from './journal.ts'
import type { Sequenced } from './ordered-nodes.ts'

/** A table whose records change. */
interface Changed<T> {
  readonly name: string
  replace(before?: T, after?: T): void
}

/** The change of one record. */
export class TableChange<T extends Sequenced> implements UndoableChange {
  readonly #table: Changed<T>
  readonly id: string
  readonly before: T | undefined
  readonly after: T | undefined

  constructor(table: Changed<T>, id: string, before: T | undefined, after: T | undefined) {
    this.#table = table
    this.id = id
    this.before = before
    this.after = after
  }

  get table(): string {
    return this.#table.name
  }

  redo(): void {
    this.#table.replace(this.before, this.after)
  }

  undo(): void {
    this.#table.replace(this.after, this.before)
  }
}
