/** Records that items of a list made, one each and one after another. */
interface Run {
  readonly list: string
  /** The index of the first item. Missing for a place that is no item of a list. */
  readonly index: number | undefined
  /** The sequence numbers of the first and the last record. */
  readonly first: number
  last: number
}

/** The place of each record in a scenario. Millions of users need no more memory than one. */
export class Origins {
  readonly #runs: Run[] = []
  #list = ''
  #index: number | undefined

  /** Says where the next records come from: `users` and 3, or a place that is no item of a list. */
  enter(list: string, index?: number): void {
    this.#list = list
    this.#index = index
  }

  /** Notes that a record comes from the current place. */
  note(sequence: number): void {
    const run = this.#runs.at(-1)
    const goesOn =
      run?.list === this.#list &&
      run.last === sequence - 1 &&
      run.index !== undefined &&
      run.index + (sequence - run.first) === this.#index
    if (goesOn) run.last = sequence
    else this.#runs.push({ list: this.#list, index: this.#index, first: sequence, last: sequence })
  }

  /** The place of a record, such as `users[3]`. */
  of(sequence: number): string | undefined {
    const run = this.#runs.find(({ first, last }) => first <= sequence && sequence <= last)
    if (run?.index === undefined) return run?.list
    return `${run.list}[${run.index + sequence - run.first}]`
  }
}
