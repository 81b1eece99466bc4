import { isRecord, kindOf } from './kind-of.ts'
import { RolecallError } from './rolecall-error.ts'

/** The error of a wrong option: what it must be and, unless that may be secret, what it is. */
export function must(name: string, what: string, not?: string): RolecallError {
  return new RolecallError(`${name} must be ${what}${not ? `, not ${not}` : ''}`)
}

/** Whether the value is an object written as `{ … }`: a Map or a class's instance may hide what it says. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (kindOf(value) !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return !prototype || !Object.getPrototypeOf(prototype)
}

/** Refuses what is no plain object. */
export function checkPlain(
  what: string,
  value: unknown,
  right = 'an object',
): asserts value is Readonly<Record<string, unknown>> {
  if (isPlain(value)) return
  throw must(what, right, kindOf(value).replace('object', 'an instance of a class'))
}

/** Refuses what is no plain object, or has a key that is none of `names`: a typo would be silent. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Whoever lists the names knows the type.
export function checkNames<T extends object>(
  what: string,
  value: unknown,
  names: readonly string[],
): asserts value is T {
  checkPlain(what, value)
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) throw new RolecallError(`${what} can't have ${hint(name, names)}`)
  }
}

/**
 * Refuses what is no object of functions of these names. The methods of a class's instance will do, and its
 * other members are its own.
 *
 * @param isNeeded - Whether it must have one of them.
 */
export function checkMethods<T extends object>(
  what: string,
  value: T,
  names: readonly (string & keyof T)[],
  isNeeded?: boolean,
): T {
  const given: unknown = value
  const known = isRecord(given) ? names.filter((name) => given[name] !== undefined) : []
  if (!known.length || isPlain(given)) checkNames(what, given, names)
  if (isNeeded && !known.length) throw must(what, `an object with ${names.join(' or ')}`)
  for (const name of known) {
    if (typeof value[name] !== 'function')
      throw must(`${what}.${name}`, 'a function', kindOf(value[name]))
  }
  return value
}

/** Refuses what comes after the options: it would be taken for some, and ignored. */
export function checkAlone(what: string, more: readonly unknown[]): void {
  if (more.some((arg) => arg !== undefined)) {
    throw new RolecallError(`${what} takes one object of options, and no more arguments`)
  }
}

/** A wrong name, and the right one that is near, or all. */
export function hint(given: unknown, names: readonly string[]): string {
  const wrong = String(given)
  const near = nearest(wrong.toLowerCase(), names)
  return `'${wrong}': ${near ? `did you mean ${near}?` : `only ${names.join(', ')}`}`
}

/** The name that has the longest beginning of `wrong` in it, if that is three letters or more. */
function nearest(wrong: string, names: readonly string[]): string | undefined {
  if (wrong.length < 3) return undefined
  return (
    names.find((name) => name.toLowerCase().includes(wrong)) ?? nearest(wrong.slice(0, -1), names)
  )
}
