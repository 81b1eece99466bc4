import { isPlain } from '../../src/core/base/check.ts'
import { ConfigurationError } from './configuration-error.ts'
import { didYouMean } from './nearest.ts'
import { quoted } from './quoted.ts'
import { valueText } from './value-text.ts'

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
      `${what} must be an object such as ${example}; it is ${valueText(value)}.`,
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
  throw new ConfigurationError(`${name} must be ${right}; it is ${valueText(value)}.`)
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
