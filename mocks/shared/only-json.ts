import { toJson } from '../../src/core/send/to-json.ts'
import { ConfigurationError } from './configuration-error.ts'

/**
 * The value as it is. Throws where it holds what JSON can't, as a client's bodies do: a state keeps
 * what JSON keeps, and would make `null` of NaN.
 */
export function onlyJson<T>(option: string, value: T): T {
  try {
    toJson(option, value)
    return value
  } catch (error) {
    throw new ConfigurationError(`${error instanceof Error ? error.message : option}.`)
  }
}
