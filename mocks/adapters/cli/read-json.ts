import { isRecord } from '../../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { jsonFault } from '../../shared/json-fault.ts'
import { byLine, whyNotJson } from '../../shared/json-syntax.ts'
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
    throw new ConfigurationError(`${file} is not JSON: ${whyNotJson(text, byLine)}.`, { cause })
  }
  const fault = jsonFault(text)
  if (fault === undefined) return withoutSchema(value)
  throw new ConfigurationError(`${file} ${fault}.`)
}

/** The value without `$schema`, which is for editors. */
function withoutSchema(value: unknown): unknown {
  if (!isRecord(value)) return value
  const { $schema: _, ...rest } = value
  return rest
}
