/**
 * Tables for Deno notebooks. The client's answers and errors load this module when they are shown;
 * nothing has to be imported for that.
 *
 * @module rolecall/notebook
 */

import { must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import { showable } from '../core/answers/show.ts'
import { toHtml, toText } from './table.ts'
import { tablesOf } from './tables.ts'

/** Output of a notebook's cell, by mime type. */
export type MimeBundle = Readonly<Record<'text/html' | 'text/plain', string>>

/**
 * Renders a list, page, decision, matrix, resource or error of the client as tables. They leave out
 * secrets, such as a new token's value: notebooks are saved with their output.
 *
 * @example
 * const { 'text/plain': text } = render(await client.users.list({ team: 'support' }))
 */
export function render(value: unknown): MimeBundle {
  const tables = tablesOf(value)
  return { 'text/html': toHtml(tables), 'text/plain': toText(tables) }
}

/**
 * Marks rows of your own, so that a cell that ends with them shows a table. Data that you derive from the
 * client's answers is not marked by itself.
 *
 * @throws RolecallError if the rows are no array.
 * @example
 * table(users.filter(({ paused }) => paused))
 */
export function table<T>(rows: readonly T[]): readonly T[] {
  const given: unknown = rows
  if (!Array.isArray(given)) throw must('rows', 'an array', kindOf(rows))
  return showable([...rows])
}
