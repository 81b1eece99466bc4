import { toJson } from '../../src/core/send/to-json.ts'
import { ConfigurationError } from './configuration-error.ts'

/** Returns the value. Throws if JSON can't hold it: the state is JSON, and would turn NaN into `null`. */
export function onlyJson<T>(option: string, value: T): T {
  try {
    toJson(option, value)
    return value
  } catch (error) {
    throw new ConfigurationError(`${error instanceof Error ? error.message : option}.`)
  }
}
