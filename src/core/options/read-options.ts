import { RolecallError } from '../base/rolecall-error.ts'
import { checkNames, isPlain, must } from '../base/check.ts'
import { checkHeaders } from './headers.ts'
import { kindOf } from '../base/kind-of.ts'
import type { RequestOptions } from './request-options.ts'

const names = [
  'signal',
  'timeout',
  'totalTimeout',
  'retries',
  'idempotencyKey',
  'headers',
  'ifMatch',
] as const satisfies (keyof RequestOptions)[]

/**
 * Checks the options of one call, for which messages have a name.
 *
 * @param taken - Which of `idempotencyKey` and `ifMatch` mean something to it.
 */
export function readOptions(
  call: string,
  options: unknown,
  taken: readonly string[] = [],
): RequestOptions | undefined {
  if (options === undefined) return undefined
  const what = `${call}: the options`
  if (isPlain(options) && 'token' in options) throw misplaced(what, 'token')
  checkNames<RequestOptions>(what, options, names)
  const { signal, headers } = options
  if (signal && !signal.addEventListener) throw must('signal', 'an AbortSignal', kindOf(signal))
  for (const name of ['idempotencyKey', 'ifMatch'] as const) {
    const value = options[name]
    if (value === undefined || value === null) continue
    if (!taken.includes(name)) throw must(`${call}: ${name}`, 'left out')
    if (!value || typeof value !== 'string') throw must(name, 'text', kindOf(value))
  }
  checkHeaders(headers)
  return options
}

/** Refuses what is an option in a query: a token would go out in the URL, and as somebody else's call. */
export function checkQuery(call: string, query: object): void {
  const name = [...names, 'token'].find((option) => option in query)
  if (name) throw misplaced(`${call}: the query`, name)
}

const misplaced = (what: string, name: string) =>
  new RolecallError(
    `${what} can't have '${name}': ${name === 'token' ? 'use client.withOptions({ token })' : 'options come after it'}`,
  )
