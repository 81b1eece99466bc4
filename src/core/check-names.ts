import { RolecallError } from '../errors/rolecall-error.ts'
import { isRecord, kindOf } from './record.ts'

/** Refuses what is no object, or has a key that is none of `names`: a typo would be silent. */
export function checkNames(what: string, value: unknown, names: readonly string[]): void {
  if (!isRecord(value)) throw new RolecallError(`${what} must be an object, not ${kindOf(value)}`)
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue
    const [near = ''] = names.toSorted((a, b) => likeness(name, b) - likeness(name, a))
    const hint = likeness(name, near) < 0.35 ? names.join(', ') : `did you mean ${near}?`
    throw new RolecallError(`${what} can't have '${name}': ${hint}`)
  }
}

/** How much of two names are pairs of letters that both have: 0 to almost 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  const pairs = Array.from(a).filter((letter, at) => b.includes(letter + (a[at + 1] ?? '-')))
  return (2 * pairs.length) / (a.length + b.length)
}
