import { isPlain } from '../../src/core/base/check.ts'
import { ConfigurationError } from './configuration-error.ts'
import { didYouMean } from './nearest.ts'
import { quoted } from './quoted.ts'
import { valueText } from './value-text.ts'

/**
 * Throws unless the options are a plain object with known names: a typo would be silent.
 *
 * @param what - The name of the options in messages: `createMock's options`.
 * @param example - Right options: `{ policy: 'bigml' }`.
 */
export function checkOptions(
  what: string,
  value: unknown,
  names: readonly string[],
  example: string,
): void {
  if (!isPlain(value)) {
    throw new ConfigurationError(
      `${what} must be an object such as ${example}, not ${valueText(value)}.`,
    )
  }
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue
    throw new ConfigurationError(
      `${what} can't have ${quoted(name)}.${didYouMean(name, names)} Known are ${names.join(', ')}.`,
    )
  }
}

/** Throws if arguments follow the options: they would be ignored. */
export function checkAlone(what: string, more: readonly unknown[]): void {
  if (more.every((arg) => arg === undefined)) return
  throw new ConfigurationError(`${what} takes no further arguments. Put all options in one object.`)
}

/** Throws unless the value is right or left out. */
export function checkValue(
  name: string,
  value: unknown,
  isRight: (value: unknown) => boolean,
  right: string,
): void {
  if (value !== undefined) checkGiven(name, value, isRight, right)
}

/** Throws unless the value is right. */
export function checkGiven(
  name: string,
  value: unknown,
  isRight: (value: unknown) => boolean,
  right: string,
): void {
  if (isRight(value)) return
  throw new ConfigurationError(`${name} must be ${right}, not ${valueText(value)}.`)
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
