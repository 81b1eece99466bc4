import type { Hooks } from './hooks.ts'
import type { Log } from './logger.ts'
import { printable } from '../base/printable.ts'
import { isError, kindOf } from '../base/kind-of.ts'
import { refusalIn } from './refusal-in.ts'

/**
 * Makes hooks that log.
 *
 * @param warned - Operations whose deprecation was logged. It grows.
 */
export function logHooks(log: Log, warned: Set<string>): Hooks {
  return {
    onRequest({ operation, method, url, headers }) {
      log('debug', `${operation}: ${method} ${url}`, shown(headers))
    },

    onResponse({ operation, status, headers, error, ms }) {
      const outcome = [status ?? nameOf(error), ...refusalIn(error)].filter(Boolean).join(' ')
      log('info', `${operation}: ${outcome} in ${Math.round(ms)} ms`)
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

/** A warning of an answer's headers `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), if it has one. */
function deprecationOf(operation: string, headers: Headers): string | undefined {
  const [since, sunset, link] = ['deprecation', 'sunset', 'link'].map((name) => headers.get(name))
  if (!since && !sunset) return undefined
  // RFC 9745 writes a time as @ and seconds since 1970.
  const seconds = /^@(\d+)/.exec(since ?? '')?.[1]
  const day = seconds ? ` since ${new Date(Number(seconds) * 1000).toISOString().slice(0, 10)}` : ''
  return `${operation} is deprecated${day}${sunset ? `, and ends on ${sunset}` : ''}${link ? `: see ${link}` : ''}`
}
