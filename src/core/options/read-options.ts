import { RolecallError } from '../base/rolecall-error.ts'
import { check, type Check, type Checks, checkOptions, isPlain, must } from '../base/check.ts'
import { isRecord } from '../base/kind-of.ts'
import { callLimitChecks } from '../limits/limits.ts'
import { checkHeaders, checkHeaderValue } from './headers.ts'
import type { RequestOptions } from './request-options.ts'

const checkText = check('text', (value) => value && typeof value === 'string')

const checkLine: Check = (name, value) => {
  checkText(name, value)
  checkHeaderValue(name, value)
}

const checks: Checks<RequestOptions> = {
  signal: check('an AbortSignal', (value) => isRecord(value) && value.addEventListener),
  ...callLimitChecks,
  idempotencyKey: checkLine,
  headers: checkHeaders,
  ifMatch: checkLine,
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

/** Refuses options that a raw call ignores: limits and the token are those of the client. */
export function refuseOptions(call: string, options: object): void {
  const { signal: _, headers: __, ...others } = checks
  const name = [...Object.keys(others), 'token'].find((option) => option in options)
  if (name) throw misplaced(`${call}: the options`, name)
}

/** Refuses options in a query: a token would be sent in the URL, and the call with the client's own. */
export function checkQuery(call: string, query: object): void {
  const name = [...Object.keys(checks), 'token'].find((option) => option in query)
  if (name) throw misplaced(`${call}: the query`, name, name !== 'token')
}

const misplaced = (what: string, name: string, isLater = false) =>
  new RolecallError(
    `${what} can't have '${name}': ${isLater ? 'options come after it' : `use client.withOptions({ ${name} })`}`,
  )
