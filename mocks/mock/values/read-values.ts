import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import type { AuthOptions } from '../options.ts'
import { readText } from './read-text.ts'
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
  const content = parse(file, text)
  try {
    return settingsOf(content)
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
    // It would quote the lines around, and such a file holds secrets.
    prettyErrors: false,
    lineCounter: counter,
    // It warns on its own of what is no error.
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

/** The parser's own words, where they say nothing to whoever wrote the file. */
const plainWords: readonly (readonly [RegExp, string])[] = [
  [/^Maximum call stack size exceeded/, 'this is nested too deeply'],
  [/^Source contains multiple documents/, 'a second document begins here; the file may hold one'],
  [/^Excessive alias count/, 'aliases of aliases stand for too much here; write out what is meant'],
]

function inPlainWords(fault: unknown): string {
  const own = messageOf(fault)
  const plain = plainWords.find(([pattern]) => pattern.test(own))
  return plain?.[1] ?? own.slice(0, 1).toLowerCase() + own.slice(1)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)

/** Where the innermost thing stands that can't be made a value of. */
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
