import type { Client } from '../../../src/index.ts'
import { callText } from '../../../src/errors/remedy-text.ts'
import { createMock } from '../../mock/create-mock.ts'
import type { Mock } from '../../mock/mock.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Given } from './command.ts'
import { decisionText } from './decision-text.ts'
import { jsonText, readFormat } from './format/format.ts'
import { readCall } from './read-call.ts'
import { readPlatform } from './read-platform.ts'
import { UsageError } from './usage-error.ts'

/** Prints whether a user may make a call, and why. Resolves with 0 for yes, 1 for any other answer. */
export async function can(given: Given, words: readonly string[]): Promise<number> {
  const as = given.get('as')
  if (as === undefined)
    throw new UsageError('--as is missing. Name the caller: --as lead@acme.test.')
  const format = readFormat(given, ['text', 'json'])
  const call = readCall(words)
  const mock = createMock({ ...(await readPlatform(given)), hardened: given.has('hardened') })
  const decision = await clientOf(mock, as).can<string>(call.operation, ...call.args)
  console.log(format === 'json' ? jsonText(decision) : decisionText(decision, callText(call), as))
  return decision.outcome === 'yes' ? 0 : 1
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
