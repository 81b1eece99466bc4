/** The most different maps that are remembered. */
const most = 10_000

/** Makes equal maps one frozen object: millions of users share their few memberships and grants. */
export class Shared<T extends Readonly<Record<string, unknown>>> {
  readonly #known = new Map<string, T>()

  /** A frozen map that is equal to the map, in the order of its keys too. */
  of(map: T): T {
    if (Object.isFrozen(map)) return map
    const key = JSON.stringify(map)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const copy = Object.freeze({ ...map })
    if (this.#known.size < most) this.#known.set(key, copy)
    return copy
  }
}
