import { RolecallError } from '../errors/rolecall-error.ts'
import { must } from './must.ts'
import { isRecord, kindOf } from './record.ts'

/** Refuses what is no object, or has a key that is none of `names`: a typo would be silent. */
export function checkNames(what: string, value: unknown, names: readonly string[]): void {
  if (!isRecord(value)) throw must(what, 'an object', kindOf(value))
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue
    const near = nearest(name.toLowerCase(), names)
    throw new RolecallError(
      `${what} can't have '${name}': ${near ? `did you mean ${near}?` : names.join(', ')}`,
    )
  }
}

/** The name that has the longest beginning of `wrong` in it, if that is three letters or more. */
function nearest(wrong: string, names: readonly string[]): string | undefined {
  if (wrong.length < 3) return undefined
  return (
    names.find((name) => name.toLowerCase().includes(wrong)) ?? nearest(wrong.slice(0, -1), names)
  )
}
