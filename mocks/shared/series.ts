/** `a`, `a and b`, or `a, b and c`. */
export const series = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
