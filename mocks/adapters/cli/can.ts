import { operations } from '../../../src/generated/operations.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { callText } from '../../../src/errors/denial-message.ts'
import type { Decision } from '../../../src/index.ts'
import { createMock } from '../../mock/create-mock.ts'
import { jsonFault } from '../../shared/json-fault.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { isOperation, pathParametersOf } from '../../policy/world/operations.ts'
import type { Given } from './command.ts'
import { decisionText } from './decision-text.ts'
import { readPlatform } from './read-platform.ts'
import { UsageError } from './usage-error.ts'

/** Prints whether a user may make a call, and why. Resolves with 0 for yes, 1 for any other answer. */
export async function can(given: Given, words: readonly string[]): Promise<number> {
  const [operation, ...texts] = words
  const as = given.get('as')
  if (as === undefined)
    throw new UsageError('--as is missing. Name the caller: --as lead@acme.test.')
  if (operation === undefined)
    throw new UsageError('OPERATION is missing. Name the operation, such as roles.create.')
  const args = texts.map((text, index) => readArgument(text, index + 1))
  const decision = await askPlatform(given, as, operation, args)
  console.log(
    given.has('json')
      ? printable(JSON.stringify(decision, null, 2), '\n')
      : decisionText(decision, callText({ operation, args: [...args] }), as),
  )
  return decision.outcome === 'yes' ? 0 : 1
}

async function askPlatform(
  given: Given,
  as: string,
  operation: string,
  args: readonly unknown[],
): Promise<Decision> {
  if (!isOperation(operation)) {
    const hint = didYouMean(operation, Object.keys(operations))
    throw new UsageError(`There is no operation ${operation}.${hint}`)
  }
  const names = pathParametersOf(operation)
  const lacking = names.slice(args.length)
  if (lacking.length > 0) {
    throw new UsageError(`${operation} needs ${lacking.join(' and ')}: an id or key for each.`)
  }
  const mock = createMock({
    ...(await readPlatform(given)),
    hardened: given.has('hardened'),
  })
  return mock.client({ as }).can<string>(operation, ...args)
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
