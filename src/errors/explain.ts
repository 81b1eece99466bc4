import { printable } from '../core/base/printable.ts'
import { checkNames, must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import type { Alternative, Decision } from '../generated/models.ts'
import { byText, callText, stillRefused } from './denial-message.ts'
import type { APIError } from './api-error.ts'

/** How `PermissionDeniedError.explain` sets its text. */
export interface ExplainOptions {
  /** Columns of a line. Calls are never broken, so that they can be copied. Default: 80. */
  width?: number | null | undefined
}

// The column of the labels.
const margin = 11

/** A denial at length, in plain text: in each row a label, and what it says. */
export function explain(
  error: APIError & { readonly decision: Decision | undefined },
  options: ExplainOptions,
): string {
  checkNames("explain's options", options, ['width'])
  const width = options.width ?? 80
  if (typeof width !== 'number') throw must('width', 'a number', kindOf(width))
  const { message, requestId, decision } = error
  const { action, rule, text, alternatives = [], moreAlternatives, final } = decision ?? {}
  // Lines of at most that width, but for words that are longer.
  const lines = new RegExp(`.{1,${Math.max(20, width - margin)}}(?!\\S)|\\S+`, 'g')
  const rows: string[] = []

  function row(label: string, said = '', broken?: readonly string[]) {
    for (const [at, line] of (broken ?? printable(said).match(lines) ?? []).entries()) {
      rows.push((at ? '' : label).padEnd(margin) + line.trim())
    }
  }

  row('denied', action)
  row('rule', rule)
  row('because', text ?? message)
  // Servers may say less than all of it.
  const ways: readonly Partial<Alternative>[] = alternatives
  for (const [at, { missing = [], calls = [], refusal }] of ways.entries()) {
    rows.push('')
    for (const { text, have } of missing) {
      row('missing', text)
      row('have', JSON.stringify(have))
    }
    for (const [step, call] of calls.entries()) {
      row(step ? 'then' : `remedy ${at + 1}`, '', [printable(callText(call))])
      row('', byText(call))
    }
    if (refusal) row('', stillRefused(refusal))
  }
  if (moreAlternatives) row('more', `${moreAlternatives} alternatives not listed`)
  row('no remedy', final)
  row('request', requestId)
  return rows.join('\n')
}
