import { toJson } from '../../src/core/send/to-json.ts'
import { isPlain } from '../../src/core/base/check.ts'
import { ConfigurationError } from './configuration-error.ts'

/** Returns the value. Throws if JSON can't hold it: the state is JSON, and would turn NaN into `null`. */
export function onlyJson<T>(option: string, value: T): T {
  if (isClearlyJson(value, 8)) return value
  try {
    toJson(option, value)
    return value
  } catch (error) {
    throw new ConfigurationError(`${error instanceof Error ? error.message : option}.`)
  }
}

/** Whether a value of few levels is JSON beyond doubt. Unlike a text of it all, this needs no memory. */
function isClearlyJson(value: unknown, levels: number): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (levels === 0) return false
  if (Array.isArray(value)) {
    for (const item of value) if (!isClearlyJson(item, levels - 1)) return false
    return true
  }
  if (!isPlain(value)) return false
  for (const key in value) {
    const part = value[key]
    if (part !== undefined && !isClearlyJson(part, levels - 1)) return false
  }
  return true
}
