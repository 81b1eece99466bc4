import { isRecord } from '../../src/core/base/kind-of.ts'
import { checkOptions, checkValue, isBoolean, isText } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import type { EnforcementPointOptions, SignInOptions } from './mock.ts'

const who = 'the id or e-mail address of a user, such as admin@acme.test'
const point = '{ enforcementPoint: true }'

/** Throws if the arguments of `mock.token` are wrong: a user and options, or an enforcement point. */
export function checkSignIn(given: unknown, options: SignInOptions): void {
  if (isRecord(given)) {
    checkOptions("mock.token's options", given, ['enforcementPoint'], point)
    checkPoint(given.enforcementPoint)
  } else if (!isText(given)) {
    throw new ConfigurationError(`mock.token's user must be ${who}; or pass ${point}.`)
  }
  checkOptions("mock.token's options", options, ['signUp'], '{ signUp: true }')
  checkValue('signUp', options.signUp, isBoolean, 'true or false')
}

/** Throws if the options of `mock.client` are wrong. */
export function checkClient(
  options: ({ readonly as: string } & SignInOptions) | EnforcementPointOptions,
): void {
  const given: unknown = options
  const example = `{ as: ${JSON.stringify(isText(given) ? given : 'admin@acme.test')} }`
  checkOptions("mock.client's options", options, ['as', 'signUp', 'enforcementPoint'], example)
  if ('enforcementPoint' in options) {
    if ('as' in options || 'signUp' in options) {
      throw new ConfigurationError(
        "mock.client's options must have as or enforcementPoint, not both.",
      )
    }
    checkPoint(options.enforcementPoint)
  } else if (!isText(options.as)) {
    throw new ConfigurationError(`mock.client's option as must be ${who}; or pass ${point}.`)
  }
}

function checkPoint(value: unknown): void {
  if (value !== true) throw new ConfigurationError(`enforcementPoint must be true, as in ${point}.`)
}
