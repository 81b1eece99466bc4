/** Of how many resources it is remembered who saw them last: the oldest are forgotten first. */
const limit = 10_000

/** Who saw a resource when it ended, by its id. Of what is not in it, nobody did. */
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
