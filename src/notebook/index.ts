/**
 * How the client's answers and errors show themselves in a Deno notebook. It is loaded when the
 * first of them does; nothing has to be imported for that.
 *
 * @module rolecall/notebook
 */

import { must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import { showable } from '../core/answers/show.ts'
import { toHtml, toText } from './table.ts'
import { tablesOf } from './tables.ts'

/** Something to show, by mime type. */
export type MimeBundle = Readonly<Record<'text/html' | 'text/plain', string>>

/**
 * A list, page, decision, matrix, thing or error of the client's as tables. Secrets, such as a new
 * token's value, are not in them: notebooks are saved with what they show.
 *
 * @example
 * const { 'text/plain': text } = render(await client.users.list({ team: 'support' }))
 */
export function render(value: unknown): MimeBundle {
  const tables = tablesOf(value)
  return { 'text/html': toHtml(tables), 'text/plain': toText(tables) }
}

/**
 * Rows of your own, to end a cell in: data that was made of the client's does not show itself.
 *
 * @example
 * table(users.filter(({ paused }) => paused))
 */
export function table<T>(rows: readonly T[]): readonly T[] {
  const given: unknown = rows
  if (!Array.isArray(given)) throw must('rows', 'an array', kindOf(rows))
  return showable([...rows])
}
