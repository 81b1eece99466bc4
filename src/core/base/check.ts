import { isRecord, kindOf } from './kind-of.ts'
import { RolecallError } from './rolecall-error.ts'

/** The error of a wrong value: what it must be and, unless that may be secret, what it is. */
export function must(name: string, right: string, wrong = ''): RolecallError {
  const rest = `must be ${right}`
  return new RolecallError(
    /^(undefined|"")$/.test(wrong)
      ? `${name} is missing: it ${rest}`
      : `${name} ${rest}${wrong && `, not ${wrong}`}`,
  )
}

/** Refuses a wrong value. Messages call it by the name. */
export type Check = (name: string, value: unknown) => void

/**
 * Makes a check.
 *
 * @param right - What a value must be, as messages say it.
 * @param shown - What messages show of a wrong value. Default: its kind.
 */
export const check =
  (right: string, isRight: (value: unknown) => unknown, shown = kindOf): Check =>
  (name, value) => {
    if (!isRight(value)) throw must(name, right, shown(value))
  }

export const checkFunction = check('a function', (value) => typeof value === 'function')

/** Makes a check of a number; messages show a wrong one. */
export const checkNumber = (right: string, isRight: (value: number) => boolean): Check =>
  check(
    right,
    (value) => typeof value === 'number' && isRight(value),
    (value) => (typeof value === 'number' ? `${value}` : kindOf(value)),
  )

/** Whether the value is an object written as `{ … }`: unlike it, a Map or an instance may hide its content. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (kindOf(value) !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return !prototype || !Object.getPrototypeOf(prototype)
}

/** Refuses a value that is no plain object. */
export function checkPlain(
  name: string,
  value: unknown,
  right = 'an object',
): asserts value is Readonly<Record<string, unknown>> {
  if (isPlain(value)) return
  throw must(name, right, kindOf(value).replace('object', 'an instance of a class'))
}

/** Refuses a value that is no plain object, or has other keys than `names`, such as a typo. */
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

/** The check of each option, by its name. */
export type Checks<T extends object> = Readonly<Record<string & keyof T, Check>>

/**
 * Refuses options with unknown names or wrong values. `null` and `undefined` mean none.
 *
 * @param named - What messages call an option of a wrong value. Default: its name.
 */
export function checkOptions<T extends object>(
  what: string,
  options: unknown,
  checks: Checks<T>,
  named: (name: string) => string = String,
): asserts options is T {
  checkNames<Record<string, unknown>>(what, options, Object.keys(checks))
  for (const [name, check] of Object.entries<Check>(checks)) {
    const value = options[name]
    if (value !== undefined && value !== null) check(named(name), value)
  }
}

/**
 * Checks an object of functions, such as hooks. An instance of a class may have other members too.
 *
 * @param isNeeded - Whether the object must have at least one of the functions.
 */
export function checkMethods(
  what: string,
  value: unknown,
  names: readonly string[],
  isNeeded?: boolean,
): void {
  const given = isRecord(value) ? value : {}
  const methods = names.filter((name) => given[name] !== undefined)
  if (isPlain(value) || !methods.length) checkNames(what, value, names)
  if (isNeeded && !methods.length) throw must(what, `an object with ${names.join(' or ')}`)
  for (const name of methods) checkFunction(`${what}.${name}`, given[name])
}

/** Refuses arguments after the last one that a function takes: they would be ignored. */
export function checkNoMore(what: string, takes: string, more: readonly unknown[]): void {
  if (more.some((arg) => arg !== undefined)) {
    throw new RolecallError(`${what} takes ${takes}, and no more`)
  }
}

/** A wrong name, and the right one that shares most pairs of letters with it; all, if that shares few. */
export function hint(given: unknown, names: readonly string[]): string {
  const wrong = String(given)
  const likeness = (name: string) =>
    Array.from(wrong).filter((_, at) => name.includes(wrong.slice(at, at + 2))).length /
    (wrong + name).length
  const [near = ''] = names.toSorted((a, b) => likeness(b) - likeness(a))
  return `'${wrong}': ${likeness(near) > 0.25 ? `did you mean ${near}?` : `only ${names.join(', ')}`}`
}
