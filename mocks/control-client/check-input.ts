import { isPlain } from '../../src/core/base/check.ts'
import { checkGiven, isText } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { deepest, tooDeep } from '../shared/too-deep.ts'

/** Returns an argument that is sent as a body. Throws for one that is missing, of another type, or too deep. */
export function objectInput<T>(what: string, value: T, right: string): T {
  checkGiven(what, value, isPlain, right)
  return flatInput(what, value)
}

/** Returns an argument that is text, or an object that is sent as a body. */
export function textOrObject<T>(what: string, value: T, right: string): T {
  checkGiven(what, value, (given) => isText(given) || isPlain(given), right)
  return flatInput(what, value)
}

/** Returns an argument that is text. */
export function textInput(what: string, value: string, right: string): string {
  checkGiven(what, value, isText, right)
  return value
}

/** Returns an argument that is a duration. */
export function durationInput(what: string, value: string | number): string | number {
  const isDuration = (given: unknown) => isText(given) || typeof given === 'number'
  checkGiven(what, value, isDuration, "text such as '3 days', or milliseconds")
  return value
}

/** Returns an argument that is not too deep to be sent. */
export function flatInput<T>(what: string, value: T): T {
  const deep = tooDeep(value)
  if (deep === undefined) return value
  throw new ConfigurationError(
    `${what} is nested more than ${deepest} levels deep, or contains itself, at ${deep}.`,
  )
}
