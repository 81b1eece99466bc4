const chained = (
  parts: readonly string[],
  words: readonly [two: string, many: string, last: string],
) => {
  const [two, many, last] = words
  const [first = '', second = ''] = parts
  if (parts.length < 2) return first
  if (parts.length > 2) return `${many} ${parts.slice(0, -1).join('; ')}; ${last} ${parts.at(-1)}`
  // A comma tells where a part ends that is a chain itself.
  const comma = isChain(first) || isChain(second) ? ',' : ''
  return `${two} ${first}${comma} ${last} ${second}`
}

const isChain = (text: string): boolean => /^(?:both|either|all of|one of) /.test(text)

/** Joins requirements that must all be met: `both a and b`, `all of a; b; and c`. */
export const bothOf = (parts: readonly string[]): string =>
  chained(parts, ['both', 'all of', 'and'])

/** Joins requirements of which one is enough: `either a or b`, `either a, or both b and c`. */
export const eitherOf = (parts: readonly string[]): string =>
  chained(parts, ['either', 'one of', 'or'])
