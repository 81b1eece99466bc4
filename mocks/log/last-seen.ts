/** The most resources remembered. The oldest are dropped first. */
const limit = 10_000

/** The users who could see a resource when it was deleted, by its id. */
export class LastSeen {
  readonly #by = new Map<string, ReadonlySet<string>>()

  add(id: string, users: ReadonlySet<string>): void {
    this.#by.set(id, users)
    const [oldest] = this.#by.size > limit ? this.#by.keys() : []
    if (oldest !== undefined) this.#by.delete(oldest)
  }

  wasSeen(id: string, user: string): boolean {
    return this.#by.get(id)?.has(user) ?? false
  }
}
