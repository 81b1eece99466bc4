import { isPlain } from '../../src/core/base/check.ts'
import { kindOf } from '../../src/core/base/kind-of.ts'
import { ConfigurationError } from './configuration-error.ts'
import { didYouMean } from './nearest.ts'
import { quoted } from './quoted.ts'

/**
 * Refuses what is no plain object, or has a name that is none of `names`: a typo would be silent.
 *
 * @param what - What the options are called in messages: `createMock's options`.
 * @param example - What would be right: `{ policy: 'bigml' }`.
 */
export function checkOptions(
  what: string,
  value: unknown,
  names: readonly string[],
  example: string,
): void {
  if (!isPlain(value)) {
    throw new ConfigurationError(
      `${what} must be an object such as ${example}; it is ${told(value)}.`,
    )
  }
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue
    throw new ConfigurationError(
      `${what} can't have ${quoted(name)}.${didYouMean(name, names)} There is ${names.join(', ')}.`,
    )
  }
}

/** Refuses what comes after the options: it would be taken for some, and ignored. */
export function checkAlone(what: string, more: readonly unknown[]): void {
  if (more.every((arg) => arg === undefined)) return
  throw new ConfigurationError(`${what} takes no further arguments: put all options in one object.`)
}

/** Refuses a value that is neither left out nor right. */
export function checkValue(
  name: string,
  value: unknown,
  isRight: (value: unknown) => boolean,
  right: string,
): void {
  if (value === undefined || isRight(value)) return
  throw new ConfigurationError(`${name} must be ${right}; it is ${told(value)}.`)
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

/** A wrong value in a message: a short one as it is, of all others the kind. */
function told(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (isPlain(value)) return 'an object'
  return kindOf(value) === 'object' ? 'an instance of a class' : kindOf(value)
}
