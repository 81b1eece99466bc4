import type { Alternative } from '../generated/models.ts'
import { byText, callText } from './denial-message.ts'
import type { PermissionDeniedError } from './status-errors.ts'

/** How {@link PermissionDeniedError.explain} sets its text. */
export interface ExplainOptions {
  /** Columns of a line. Calls are never broken, so that they can be copied. Default: 80. */
  width?: number | undefined
}

// The column of the labels.
const margin = 11

/** A denial at length, in plain text: in each row a label, and what it says. */
export function explain(error: PermissionDeniedError, width: number): string {
  const { status, code, message, problem, requestId, decision } = error
  const { action, rule, text, alternatives = [], final } = decision ?? {}
  // Servers may say less than all of it.
  const ways: readonly Partial<Alternative>[] = alternatives
  const row = (label: string, said = '') =>
    wrap(said, width - margin).map((line, at) => (at ? '' : label).padEnd(margin) + line.trimEnd())

  return [
    row('denied', action),
    row('rule', rule),
    row('because', text ?? problem?.detail ?? message),
    ...ways.map(({ missing = [], calls = [] }, at) => [
      '',
      ...missing.flatMap(({ text, have }) => [
        ...row('missing', text),
        ...row('have', Object.entries(have).map(entryText).join(', ')),
      ]),
      ...calls.flatMap((call, step) => [
        (step ? 'then' : `remedy ${at + 1}`).padEnd(margin) + callText(call),
        ...row('', byText(call)),
      ]),
    ]),
    row('no remedy', final),
    '',
    row('answer', `${status} ${code}${requestId ? `, request ${requestId}` : ''}`),
  ]
    .flat()
    .join('\n')
}

const entryText = ([key, value]: [string, unknown]) => `${key}: ${JSON.stringify(value)}`

/** Lines of at most `width`, but for words that are longer. */
function wrap(text: string, width: number): string[] {
  const lines = new RegExp(`.{1,${Math.max(20, width)}}(?: |$)|\\S+ ?`, 'g')
  return text.replaceAll(/\s+/g, ' ').match(lines) ?? []
}
