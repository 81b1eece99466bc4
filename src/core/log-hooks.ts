import { deprecationOf } from './deprecation.ts'
import type { Hooks } from './hooks.ts'
import type { Log } from './logger.ts'
import { printable } from './printable.ts'
import { isError, kindOf } from './record.ts'

/**
 * Hooks that log.
 *
 * @param warned - The operations of which it was logged that they are deprecated. It grows.
 */
export function logHooks(log: Log, warned: Set<string>): Hooks {
  return {
    onRequest({ operation, method, url, headers }) {
      log('debug', `${operation}: ${method} ${url}`, shown(headers))
    },

    onResponse({ operation, status, headers, error, ms }) {
      log('info', `${operation}: ${status ?? nameOf(error)} in ${Math.round(ms)} ms`)
      if (!headers) return
      log('debug', `${operation}: ${status}`, shown(headers))
      const text = !warned.has(operation) && deprecationOf(operation, headers)
      if (text && log('warn', text)) warned.add(operation)
    },

    onRetry({ operation, attempt, error, delay }) {
      const next = `attempt ${attempt + 1} in ${Math.round(delay)} ms`
      log('warn', `${operation}: ${nameOf(error)}, ${next}`)
    },
  }
}

const shown = (headers: Headers) =>
  Object.fromEntries(Array.from(headers, ([name, value]) => [name, printable(value)]))

const nameOf = (error: unknown) => (isError(error) ? error.name : kindOf(error))
