import { PermissionDeniedError, type RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'

/** A function of the package that takes an options object. */
export interface Taker {
  /** Calls it as plain JavaScript can: with any value in the options' place. */
  readonly call: (options: unknown) => unknown
  readonly error: typeof RolecallError
  /** Valid options. */
  readonly right: Readonly<Record<string, unknown>>
  /** An unknown name, and the similar known one. */
  readonly typo: readonly [wrong: string, meant: string]
  /** Invalid values, by option. */
  readonly wrong: Readonly<Record<string, readonly unknown[]>>
  /** Whether the options may be left out. */
  readonly required?: boolean
}

/** Calls a method as plain JavaScript can. */
export const call = (fn: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown =>
  Reflect.apply(fn, undefined, args)

export const baseUrl = 'https://platform.example'
export const mock = createMock()

const refused = await mock
  .client({ as: 'lead@acme.test' })
  .roles.delete('annotator')
  .catch((error: unknown) => error)
if (!(refused instanceof PermissionDeniedError)) throw new Error('It was allowed.')

/** A denial of that mock. */
export const denied = refused
