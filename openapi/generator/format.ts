import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format as oxfmt } from 'oxfmt'
import type { FormatConfig } from 'oxfmt'

const { ignorePatterns: _, ...options }: FormatConfig & { ignorePatterns?: string[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../.oxfmtrc.json'), 'utf8'),
)

/** Formats a file as `npm run lint` requires. Throws if the text does not parse. */
export async function format(
  path: string,
  text: string,
  overrides: FormatConfig = {},
): Promise<string> {
  const { code, errors } = await oxfmt(path, text, { ...options, ...overrides })
  if (errors[0]) throw new Error(`${path}: ${errors[0].codeframe ?? errors[0].message}`)
  return code
}
