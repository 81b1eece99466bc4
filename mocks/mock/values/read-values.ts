import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import type { AuthOptions } from '../options.ts'
import { readText } from './read-text.ts'
import { settingNames, settingsOf } from './settings.ts'

/**
 * Reads the sign-up settings (`auth.default_role`, `auth.default_team`, `auth.admins`) from a Helm values
 * file. Ignores other keys, and leaves out settings that the file does not have.
 *
 * @throws {@link ConfigurationError} if the file can't be read, is not YAML, or a setting is wrong. The
 *   message names the file and the key, and says what would be right.
 * @example
 * const mock = createMock({ auth: await readValues('deploy/values.yaml') })
 */
export async function readValues(file: string): Promise<AuthOptions> {
  const text = await readText(file)
  const content = parse(file, text)
  try {
    return settingsOf(content)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(`${file}: ${error.message}`, { cause: error })
  }
}

/** Rewrites an error of `createMock` about `auth` with the file's name and keys. */
export function inWordsOf(file: string, error: unknown): unknown {
  if (!(error instanceof ConfigurationError && error.message.includes('auth.'))) return error
  const text = Object.entries(settingNames).reduce(
    (message, [key, option]) => message.replaceAll(`auth.${option}`, `auth.${key}`),
    error.message,
  )
  return new ConfigurationError(`${file}: ${text}`, { cause: error })
}

function parse(file: string, text: string): unknown {
  const counter = new LineCounter()
  const refuse = (offset: number, fault: unknown) => {
    const { line } = counter.linePos(offset)
    return new ConfigurationError(`${file}, line ${line}: ${inPlainWords(fault)}.`, {
      cause: fault,
    })
  }
  // Helm's YAML knows merge keys (`<<: *anchor`), which YAML 1.2 has dropped.
  const document = parseDocument(text, {
    merge: true,
    // Pretty errors quote the lines around, and such a file may hold secrets.
    prettyErrors: false,
    lineCounter: counter,
    // Warnings would go to the console.
    logLevel: 'error',
  })
  const [error] = document.errors
  if (error) throw refuse(error.pos[0], error)
  try {
    return document.toJS()
  } catch (cause) {
    throw refuse(faultyOffset(document), cause)
  }
}

/** Messages of the parser that would puzzle the author of a file, and better ones. */
const plainWords: readonly (readonly [RegExp, string])[] = [
  [/^Maximum call stack size exceeded/, 'this is nested too deeply'],
  [/^Source contains multiple documents/, 'a second document begins here; the file may hold one'],
  [/^Excessive alias count/, 'aliases of aliases expand to too much here; write the values out'],
]

function inPlainWords(fault: unknown): string {
  const own = messageOf(fault)
  const plain = plainWords.find(([pattern]) => pattern.test(own))
  return plain?.[1] ?? own.slice(0, 1).toLowerCase() + own.slice(1)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)

/** The offset of the innermost node that can't be converted. */
function faultyOffset(document: Document): number {
  let offset = 0
  visit(document, {
    Node(_key, node) {
      try {
        node.toJS(document)
        return visit.SKIP
      } catch {
        offset = node.range?.[0] ?? offset
        return undefined
      }
    },
  })
  return offset
}
