/** ` Did you mean denied?`, to follow a sentence; empty if no name is near. */
export function didYouMean(text: string, names: readonly string[]): string {
  const near = names.find((name) => isNear(text.toLowerCase(), name))
  return near === undefined ? '' : ` Did you mean ${near}?`
}

/** Whether one text becomes the other by a letter more, less, or another, or by two that change places. */
function isNear(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return one.startsWith(other)
  const at = other.split('').findIndex((letter, index) => letter !== one[index])
  if (at === -1) return true
  const rest = (text: string, skipped: number) => text.slice(at + skipped)
  const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at]
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (isSwapped && rest(one, 2) === rest(other, 2))
  )
}
