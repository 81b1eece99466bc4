interface Slot {
  key: string
  index: number
}

/**
 * The places of the rows that are in the page. A row keeps its place while it is in the page, and with it its elements
 * and the focus. A row that scrolls in below the others takes the place of one that has scrolled out: its elements need not
 * be made. One above them does not: React would move all the others instead.
 */
export class Slots {
  #slots = new Map<number, Slot>()
  #next = 0

  /**
   * Returns the place of each row that is shown, in their order.
   *
   * @param shown - Numbers of rows.
   * @param keyOf - The key of the row of a number; undefined if there is none.
   */
  assign(shown: readonly number[], keyOf: (index: number) => string | undefined): number[] {
    const free: number[] = []
    const taken = new Map<string, number>()
    const wanted = new Set(shown.map((index) => keyOf(index) ?? String(index)))
    for (const [place, { key, index }] of this.#slots) {
      if (wanted.has(key)) taken.set(key, place)
      else if (keyOf(index) === key) free.push(place)
      // A row that was removed leaves nothing to another, such as its open menu.
      else this.#slots.delete(place)
    }
    const lastKept = shown.findLastIndex((index) => taken.has(keyOf(index) ?? String(index)))
    const places = shown.map((index, at) => {
      const key = keyOf(index) ?? String(index)
      const passedOn = at > lastKept ? free.shift() : undefined
      const place = taken.get(key) ?? passedOn ?? this.#next++
      this.#slots.set(place, { key, index })
      return place
    })
    // What was not taken is no longer in the page.
    for (const place of free) this.#slots.delete(place)
    return places
  }
}
