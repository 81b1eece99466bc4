import { readFile } from 'node:fs/promises'
import { isRecord } from '../../src/core/record.ts'
import { ConfigurationError } from '../configuration-error.ts'

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'this is a folder. Name the file in it.',
  EACCES: 'the file may not be read.',
}

/** Whether a text names a file, and not something of the package. */
export const isPath = (text: string): boolean => /[\\/]/.test(text) || text.endsWith('.json')

/** Reads a JSON file. Throws a {@link ConfigurationError} that names it and says what is wrong. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    return withoutSchema(JSON.parse(text))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigurationError(`${file} is not JSON: ${reason}.`, { cause })
  }
}

/** What tells an editor of the file's schema is no part of what the file says. */
function withoutSchema(value: unknown): unknown {
  if (!isRecord(value)) return value
  const { $schema: _, ...rest } = value
  return rest
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause && unreadable[String(cause.code)]
    throw reason ? new ConfigurationError(`${file}: ${reason}`, { cause }) : cause
  }
}
