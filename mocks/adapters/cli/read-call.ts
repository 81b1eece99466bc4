import { operations } from '../../../src/generated/operations.ts'
import { contract, type Terms } from '../../generated/contract.ts'
import { brief } from '../../shared/brief.ts'
import { jsonFault } from '../../shared/json-fault.ts'
import { whyNotJson } from '../../shared/json-syntax.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import { series } from '../../shared/series.ts'
import { isOperation } from '../../policy/world/operations.ts'
import { UsageError } from './usage-error.ts'

/** A call, as `client.call` takes it. */
export interface TypedCall {
  readonly operation: string
  readonly args: unknown[]
}

/**
 * Reads an operation and its arguments. Throws a {@link UsageError} unless there is such an operation, with
 * that many arguments. The body or query may be left out.
 */
export function readCall([operation = '', ...texts]: readonly string[]): TypedCall {
  checkCall(operation, texts)
  return { operation, args: texts.map((text, index) => readArgument(text, index + 1)) }
}

/** Reads a call to make, as {@link readCall} does, which also has the body that the operation needs. */
export function readWholeCall(words: readonly string[]): TypedCall {
  const call = readCall(words)
  const { operation, args } = call
  if (!isOperation(operation)) return call
  const { bodyRequired, keys = [] }: Terms = contract[operation]
  const { parameters } = operations[operation]
  if (bodyRequired !== true || args.length > parameters.length) return call
  const before = words.slice(0, 1 + parameters.length).map((word) => brief(word))
  // A merge patch may also hold what tells the version apart, which nobody writes by hand.
  const fields = keys.filter((key) => key !== 'id' && key !== 'etag')
  throw new UsageError(
    `${operation} needs a body. Give it as JSON in quotes: ${before.join(' ')} '{…}'. Its fields are ${series(fields)}.`,
  )
}

function checkCall(operation: string, texts: readonly string[]): void {
  if (!isOperation(operation)) {
    const hint = didYouMean(operation, Object.keys(operations))
    throw new UsageError(`There is no operation ${brief(operation)}.${hint}`)
  }
  const { parameters, input } = operations[operation]
  const lacking = parameters.slice(texts.length)
  if (lacking.length > 0) {
    const named = series(lacking.map((name) => `the ${name}`))
    const each = lacking.length === 1 ? 'its id or key' : 'the id or key of each'
    const words = parameters.map((name) => name.toUpperCase()).join(' ')
    throw new UsageError(`${operation} needs ${named}. Give ${each}: ${operation} ${words}.`)
  }
  const takes = [...parameters, ...(input === undefined ? [] : [input])]
  const surplus = texts.slice(takes.length)
  if (surplus.length > 0) {
    const all = takes.length === 0 ? 'no' : `${takes.join(', ')}, and no more`
    const wrong = surplus.map(quoted).join(' and ')
    throw new UsageError(`${operation} takes ${all} arguments. Leave out ${wrong}.`)
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
    throw new UsageError(`Argument ${place} is not JSON: ${whyNotJson(text)}.`)
  }
}
