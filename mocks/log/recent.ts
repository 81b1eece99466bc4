/** The most entries kept. The oldest are dropped first. */
const limit = 10_000

/** The newest entries by key. A fork shares them until one of the two adds another. */
export class Recent<Value> {
  #entries: Map<string, Value>
  #isShared = false

  constructor(entries: Map<string, Value> = new Map<string, Value>()) {
    this.#entries = entries
  }

  /** The same entries. Neither sees later ones of the other. */
  fork(): Recent<Value> {
    const fork = new Recent(this.#entries)
    this.#isShared = fork.#isShared = true
    return fork
  }

  [Symbol.iterator](): Iterator<[string, Value]> {
    return this.#entries[Symbol.iterator]()
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)
  }

  delete(key: string): void {
    this.#own().delete(key)
  }

  set(key: string, value: Value): void {
    this.#own().set(key, value)
    const [oldest] = this.#entries.size > limit ? this.#entries.keys() : []
    if (oldest !== undefined) this.#entries.delete(oldest)
  }

  /** The entries, shared with no fork. */
  #own(): Map<string, Value> {
    if (this.#isShared) this.#entries = new Map(this.#entries)
    this.#isShared = false
    return this.#entries
  }
}
