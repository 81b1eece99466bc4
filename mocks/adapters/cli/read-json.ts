import { isRecord } from '../../../src/core/base/kind-of.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { jsonFault } from '../../shared/json-fault.ts'
import { readText } from '../../mock/values/read-text.ts'

/** Whether a text is the path of a file, not a name from the package. */
export const isPath = (text: string): boolean => /[\\/]/.test(text) || text.endsWith('.json')

/**
 * Reads a JSON file. Throws a {@link ConfigurationError} that names it and says what is wrong.
 *
 * @param mostBytes - The size of the largest file that is read. Default: 100 MiB.
 */
export async function readJson(file: string, mostBytes?: number): Promise<unknown> {
  return parseJson(file, await readText(file, mostBytes))
}

/** Parses the text of a JSON file, likewise. */
export function parseJson(file: string, text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ConfigurationError(`${file} is not JSON: ${reasonOf(text, cause)}.`, { cause })
  }
  const fault = jsonFault(text)
  if (fault === undefined) return withoutSchema(value)
  throw new ConfigurationError(`${file} ${fault}.`)
}

/** The message of JSON.parse, on one line, with the position, which only some of its messages have. */
function reasonOf(text: string, error: unknown): string {
  const reason = printable(error instanceof Error ? error.message : String(error))
  return reason.includes('(line ') ? reason : `${reason}, at ${positionIn(text)}`
}

/** The line and column of the first character that can't be JSON, by bisection. */
function positionIn(text: string): string {
  let right = 0
  let wrong = text.length
  while (right < wrong) {
    const middle = Math.ceil((right + wrong) / 2)
    if (canGoOn(text.slice(0, middle))) right = middle
    else wrong = middle - 1
  }
  const lines = text.slice(0, right).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}

/** Whether JSON.parse fails only because the text ends too early, or not at all. */
function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    return !(error instanceof Error && error.message.startsWith('Unexpected token'))
  }
}

/** The value without `$schema`, which is for editors. */
function withoutSchema(value: unknown): unknown {
  if (!isRecord(value)) return value
  const { $schema: _, ...rest } = value
  return rest
}
