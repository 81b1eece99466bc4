import type { UndoableChange } from './journal.ts'

/** The change of a value beside the tables. */
export class ValueChange<
  Before extends object | undefined,
  After extends object,
> implements UndoableChange {
  readonly table: string
  readonly id: string
  readonly before: Before
  readonly after: After
  readonly #set: (value: Before | After) => void

  constructor(
    table: string,
    id: string,
    before: Before,
    after: After,
    set: (value: Before | After) => void,
  ) {
    this.table = table
    this.id = id
    this.before = before
    this.after = after
    this.#set = set
  }

  redo(): void {
    this.#set(this.after)
  }

  undo(): void {
    this.#set(this.before)
  }
}
