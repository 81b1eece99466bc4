/** Levenshtein distance: the characters to insert, delete or replace to turn one text into the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The longest text that is compared: the cost grows with the square. */
const longest = 100

/** The greatest distance at which a text may still mean the name. */
const mostAway = (name: string): number => Math.max(2, name.length / 2)

/** The names that `text` may have meant, nearest first. What was written is not one of them. */
export function nearest(text: string, names: Iterable<string>, count: number): string[] {
  const wanted = text.slice(0, longest).toLowerCase()
  return [...names]
    .filter((name) => name !== text && Math.abs(name.length - wanted.length) <= mostAway(name))
    .map((name) => ({ name, away: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= mostAway(name))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ name }) => name)
}

/** ` Did you mean a or b?`, to follow a sentence; empty if no name is near. */
export function didYouMean(text: string, names: Iterable<string>, count = 3): string {
  const near = nearest(text, names, count)
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
}

/** `Did you mean a?`, or other advice if no name is near. */
export const suggestion = (text: string, names: Iterable<string>, otherwise: string): string =>
  didYouMean(text, names, 1).trimStart() || otherwise
