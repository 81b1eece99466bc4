import { readFile } from 'node:fs/promises'
import { parseDocument } from 'yaml'
import { ConfigurationError } from '../configuration-error.ts'
import type { AuthOptions } from '../options.ts'
import { settingNames, settingsOf } from './settings.ts'

/**
 * Reads the settings of signing in (`auth.default_role`, `auth.default_team`, `auth.admins`) from a
 * Helm values file. Other keys are ignored; what is not set is not in the result.
 *
 * Throws a {@link ConfigurationError} that names the file and the key, what is wrong and what would
 * be right.
 *
 * @example
 * const mock = createMock({ auth: await readValues('deploy/values.yaml') })
 */
export async function readValues(file: string): Promise<AuthOptions> {
  const text = await readText(file)
  try {
    return settingsOf(parse(text))
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(`${file}: ${error.message}`, { cause: error })
  }
}

/** Tells an error of createMock's about the settings in the words of the file: its name and its keys. */
export function inWordsOf(file: string, error: unknown): unknown {
  if (!(error instanceof ConfigurationError)) return error
  const text = Object.entries(settingNames).reduce(
    (message, [key, option]) => message.replaceAll(`auth.${option}`, `auth.${key}`),
    error.message,
  )
  return new ConfigurationError(`${file}: ${text}`, { cause: error })
}

function parse(text: string): unknown {
  // Helm's YAML knows merge keys (`<<: *anchor`), which YAML 1.2 has dropped.
  const document = parseDocument(text, { merge: true, prettyErrors: true })
  const [error] = document.errors
  // The rest of the message quotes the lines around, and such a file holds secrets.
  if (error) throw new ConfigurationError(`not YAML: ${error.message.split(':\n')[0]}.`)
  return document.toJS()
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'this is a folder. Name the values file in it.',
  EACCES: 'the file may not be read.',
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause && unreadable[String(cause.code)]
    throw reason ? new ConfigurationError(`${file}: ${reason}`, { cause }) : cause
  }
}
