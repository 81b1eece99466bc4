/** `a`, `a and b`, or `a, b and c`. */
export const series = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `a`, `a or b`, or `a, b or c`. */
export const orSeries = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
