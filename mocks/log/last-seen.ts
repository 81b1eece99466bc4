import { Recent } from './recent.ts'

/** The users who could see a resource when it was deleted, by its id. */
export class LastSeen {
  readonly #by: Recent<ReadonlySet<string>>

  constructor(by = new Recent<ReadonlySet<string>>()) {
    this.#by = by
  }

  fork(): LastSeen {
    return new LastSeen(this.#by.fork())
  }

  [Symbol.iterator](): Iterator<[string, ReadonlySet<string>]> {
    return this.#by[Symbol.iterator]()
  }

  add(id: string, users: ReadonlySet<string>): void {
    this.#by.set(id, users)
  }

  wasSeen(id: string, user: string): boolean {
    return this.#by.get(id)?.has(user) ?? false
  }
}
