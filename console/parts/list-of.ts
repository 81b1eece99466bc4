/** Texts as a list in a sentence: `a, b and c`. */
export function listOf(texts: readonly string[], last: 'and' | 'or'): string {
  const begin = texts.slice(0, -1)
  const end = texts.at(-1) ?? ''
  return begin.length === 0 ? end : `${begin.join(', ')} ${last} ${end}`
}
