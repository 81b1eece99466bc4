import { type OperationId, operations } from '../../src/generated/operations.ts'
import { isOperation } from '../policy/world/operations.ts'

const all: readonly OperationId[] = Object.keys(operations).filter(isOperation)

/** The operations that a pattern names. */
export const operationsLike = (pattern: string): readonly OperationId[] =>
  all.filter((name) => isLike(name, pattern))

/** Names and patterns to suggest: `users.list`, `users.*`, `*.list`. */
export const knownPatterns = (): ReadonlySet<string> =>
  new Set(
    all.flatMap((name) => {
      const dot = name.lastIndexOf('.')
      return [name, `${name.slice(0, dot)}.*`, `*${name.slice(dot)}`]
    }),
  )

/** Compares part by part: a regular expression made of a long pattern could take forever. */
function isLike(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}
