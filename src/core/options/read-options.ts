import { RolecallError } from '../base/rolecall-error.ts'
import { check, type Checks, checkOptions, isPlain, must } from '../base/check.ts'
import { isRecord } from '../base/kind-of.ts'
import { callLimitChecks } from '../limits/limits.ts'
import { checkHeaders } from './headers.ts'
import type { RequestOptions } from './request-options.ts'

const checkText = check('text', (value) => value && typeof value === 'string')

const checks: Checks<RequestOptions> = {
  signal: check('an AbortSignal', (value) => isRecord(value) && value.addEventListener),
  ...callLimitChecks,
  idempotencyKey: checkText,
  headers: checkHeaders,
  ifMatch: checkText,
}

/**
 * Checks the options of one call.
 *
 * @param call - The call, as messages name it.
 * @param taken - Which of `idempotencyKey` and `ifMatch` have an effect on it.
 */
export function readOptions(
  call: string,
  options: unknown,
  taken: readonly string[] = [],
): RequestOptions | undefined {
  if (options === undefined) return undefined
  const what = `${call}: the options`
  if (isPlain(options) && 'token' in options) throw misplaced(what, 'token')
  checkOptions<RequestOptions>(what, options, checks)
  for (const name of ['idempotencyKey', 'ifMatch'] as const) {
    if (options[name] && !taken.includes(name)) throw must(`${call}: ${name}`, 'left out')
  }
  return options
}

/** Refuses options in a query: a token would be sent in the URL, and the call with the client's own. */
export function checkQuery(call: string, query: object): void {
  const name = [...Object.keys(checks), 'token'].find((option) => option in query)
  if (name) throw misplaced(`${call}: the query`, name)
}

const misplaced = (what: string, name: string) =>
  new RolecallError(
    `${what} can't have '${name}': ${name === 'token' ? 'use client.withOptions({ token })' : 'options come after it'}`,
  )
