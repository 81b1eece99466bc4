import { isRecord } from '../../src/core/base/kind-of.ts'
import { checkOptions, checkValue, isBoolean, isText } from './check-options.ts'
import { ConfigurationError } from './configuration-error.ts'

const who = 'the id or e-mail address of a user, such as admin@acme.test'
const point = '{ enforcementPoint: true }'

/**
 * Throws if the arguments of a function that signs in are wrong: a user and options, or an enforcement point.
 *
 * @param what - The name of the function: `mock.token`.
 */
export function checkSignIn(
  what: string,
  given: unknown,
  options: { readonly signUp?: boolean },
): void {
  if (isRecord(given)) {
    checkOptions(`${what}'s options`, given, ['enforcementPoint'], point)
    checkPoint(given.enforcementPoint)
  } else if (!isText(given)) {
    throw new ConfigurationError(`${what}'s user must be ${who}; or pass ${point}.`)
  }
  checkOptions(`${what}'s options`, options, ['signUp'], '{ signUp: true }')
  checkValue('signUp', options.signUp, isBoolean, 'true or false')
}

/**
 * Throws if the options of a function that makes a client are wrong.
 *
 * @param what - The name of the function: `mock.client`.
 */
export function checkClient(
  what: string,
  options:
    | { readonly as: string; readonly signUp?: boolean }
    | { readonly enforcementPoint: boolean },
): void {
  const given: unknown = options
  const example = `{ as: ${JSON.stringify(isText(given) ? given : 'admin@acme.test')} }`
  checkOptions(`${what}'s options`, options, ['as', 'signUp', 'enforcementPoint'], example)
  if ('enforcementPoint' in options) {
    if ('as' in options || 'signUp' in options) {
      throw new ConfigurationError(`${what}'s options must have as or enforcementPoint, not both.`)
    }
    checkPoint(options.enforcementPoint)
  } else if (!isText(options.as)) {
    throw new ConfigurationError(`${what}'s option as must be ${who}; or pass ${point}.`)
  }
}

function checkPoint(value: unknown): void {
  if (value !== true) throw new ConfigurationError(`enforcementPoint must be true, as in ${point}.`)
}
