import { operations } from '../../../src/generated/operations.ts'
import { printable } from '../../../src/core/base/printable.ts'
import type { Client } from '../../../src/index.ts'
import { callText } from '../../../src/errors/denial-message.ts'
import { createMock } from '../../mock/create-mock.ts'
import type { Mock } from '../../mock/mock.ts'
import { brief } from '../../shared/brief.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { jsonFault } from '../../shared/json-fault.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import { isOperation } from '../../policy/world/operations.ts'
import type { Given } from './command.ts'
import { decisionText } from './decision-text.ts'
import { jsonText, readFormat } from './format/format.ts'
import { readPlatform } from './read-platform.ts'
import { UsageError } from './usage-error.ts'

/** Prints whether a user may make a call, and why. Resolves with 0 for yes, 1 for any other answer. */
export async function can(given: Given, words: readonly string[]): Promise<number> {
  const [operation = '', ...texts] = words
  const as = given.get('as')
  if (as === undefined)
    throw new UsageError('--as is missing. Name the caller: --as lead@acme.test.')
  const format = readFormat(given, ['text', 'json'])
  checkCall(operation, texts)
  const args = texts.map((text, index) => readArgument(text, index + 1))
  const mock = createMock({ ...(await readPlatform(given)), hardened: given.has('hardened') })
  const decision = await clientOf(mock, as).can<string>(operation, ...args)
  console.log(
    format === 'json'
      ? jsonText(decision)
      : decisionText(decision, callText({ operation, args }), as),
  )
  return decision.outcome === 'yes' ? 0 : 1
}

/** Throws unless there is such an operation, with that many arguments. The body or query may be left out. */
function checkCall(operation: string, texts: readonly string[]): void {
  if (!isOperation(operation)) {
    const hint = didYouMean(operation, Object.keys(operations))
    throw new UsageError(`There is no operation ${brief(operation)}.${hint}`)
  }
  const { parameters, input } = operations[operation]
  const lacking = parameters.slice(texts.length)
  if (lacking.length > 0) {
    throw new UsageError(`${operation} needs ${lacking.join(' and ')}: an id or key for each.`)
  }
  const takes = [...parameters, ...(input === undefined ? [] : [input])]
  const surplus = texts.slice(takes.length)
  if (surplus.length > 0) {
    const all = takes.length === 0 ? 'no' : `${takes.join(', ')}, and no more`
    const wrong = surplus.map(quoted).join(' and ')
    throw new UsageError(`${operation} takes ${all} arguments. Leave out ${wrong}.`)
  }
}

/** The most users that a message names. */
const mostNamed = 12

/** The caller's client. Throws if there is no such user: a mock would advise to sign up, which this command can't. */
function clientOf(mock: Mock, as: string): Client {
  try {
    return mock.client({ as })
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const emails = mock.users().map(({ email }) => email)
    const named = emails.slice(0, mostNamed)
    const others = emails.length - named.length
    const known = others === 0 ? named : [...named, `and ${others} more`]
    throw new UsageError(
      `There is no user ${quoted(as)} in scenario ${mock.scenario.name}.${didYouMean(as, emails)} Known are ${known.join(', ')}.`,
    )
  }
}

/** Reads an argument that looks like JSON as JSON, and any other as text: keys, ids and addresses need no quotes. */
function readArgument(text: string, place: number): unknown {
  if (!/^[[{"]/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    const fault = jsonFault(text)
    if (fault === undefined) return value
    throw new UsageError(`Argument ${place} ${fault}.`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const reason = printable(error instanceof Error ? error.message : String(error))
    throw new UsageError(`Argument ${place} is not JSON: ${reason}.`)
  }
}
