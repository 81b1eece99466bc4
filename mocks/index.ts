/**
 * The mock: a whole platform in memory, that enforces its policy and explains every denial.
 *
 * @module rolecall/mocks
 */

export { ConfigurationError } from './configuration-error.ts'
export { createMock } from './create-mock.ts'
export type { KnownUser, Mock, SignInOptions } from './mock.ts'
export type { AuthOptions, MockOptions } from './options.ts'
export type { LoggedRequest } from './pipeline/log.ts'
export type { Answer, Message } from './pipeline/message.ts'
export type { Explanations } from './pipeline/platform.ts'
export type * from './scenario/scenario.ts'
