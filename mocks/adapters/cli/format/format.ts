import { printable } from '../../../../src/core/base/printable.ts'
import { didYouMean } from '../../../shared/nearest.ts'
import { quoted } from '../../../shared/quoted.ts'
import type { Given, OptionSpec } from '../command.ts'
import { UsageError } from '../usage-error.ts'

/** The ways to print a result, one spelling for every command. */
export type Format = 'text' | 'json' | 'markdown' | 'csv'

/** The options of a command that prints its result in these formats, the default first. */
export const formatOptions = (
  formats: readonly Format[],
): Readonly<Record<'format' | 'json', OptionSpec>> => ({
  format: {
    value: 'FORMAT',
    text: `How to print it: ${formats.join(', ')}. Default: ${formats[0]}.`,
    known: formats,
  },
  json: { text: 'The same as --format json.' },
})

/** Reads the format that was asked for. Throws a {@link UsageError} unless the command has it. */
export function readFormat<F extends Format>(given: Given, formats: readonly F[]): F {
  const named = given.get('format')
  const wanted = named ?? (given.has('json') ? 'json' : formats[0])
  const format = formats.find((one) => one === wanted)
  if (format === undefined) {
    throw new UsageError(
      `--format must be one of ${formats.join(', ')}, not ${quoted(wanted)}.${didYouMean(wanted ?? '', formats)}`,
    )
  }
  if (given.has('json') && format !== 'json') {
    throw new UsageError(`--json is --format json: leave out one of --json and --format ${format}.`)
  }
  return format
}

/** A value as JSON for the terminal. */
export const jsonText = (value: unknown): string => printable(JSON.stringify(value, null, 2), '\n')

/** Rows of cells as a Markdown table; the first row is its head. */
export const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(
      (cells) => `| ${cells.map((cell) => printable(cell).replaceAll('|', '\\|')).join(' | ')} |`,
    )
    .join('\n')

/** Rows of cells as CSV of RFC 4180, but for its line ends; the first row is its head. */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(csvCell).join(',')).join('\n')

const csvCell = (text: string): string => {
  const cell = printable(text)
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
