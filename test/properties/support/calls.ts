import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { operations } from '../../../src/generated/operations.ts'
import type { CallArguments } from './call-arguments.ts'
import { changingCalls } from './changing-calls.ts'
import { namesOn } from './names.ts'
import { nonsense } from './nonsense.ts'
import { readingCalls } from './reading-calls.ts'
import type { Sent } from './send.ts'
import type { Stage } from './stage.ts'
import { vocabulary } from './vocabulary.ts'

/** The call without the keys that the platform does not know there. */
const offered = ({ policy }: Stage, { operation, args }: Sent): Sent => {
  const { keys } = policy.changes[operation] ?? {}
  const count = operations[operation].parameters.length
  const body = args[count]
  if (!keys || typeof body !== 'object' || body === null) return { operation, args }
  const known = Object.entries(body).filter(([key]) => Object.hasOwn(keys, key))
  return { operation, args: [...args.slice(0, count), Object.fromEntries(known)] }
}

/** Mostly operations that the platform offers. */
const oneOf = (stage: Stage, table: CallArguments): Arbitrary<Sent> =>
  fc.oneof(
    ...Object.entries(table).flatMap(([operation, args]) =>
      isOperation(operation)
        ? [
            {
              weight: stage.compiled.offers(operation) ? 20 : 1,
              arbitrary: fc.tuple(args, fc.nat({ max: 9 })).map(([given, luck]): Sent => {
                const call = { operation, args: given }
                return luck > 0 ? offered(stage, call) : call
              }),
            },
          ]
        : [],
    ),
  )

/** Replaces a body or query by a value outside every schema, or adds a key to it. */
const spoiled = (calls: Arbitrary<Sent>): Arbitrary<Sent> =>
  fc.tuple(calls, fc.jsonValue({ maxDepth: 2 }), nonsense).map(([call, value, extra]) => {
    const { parameters: names, input } = operations[call.operation]
    if (!input) return call
    const body = call.args[names.length]
    const next = typeof body === 'object' && body !== null ? { ...body, [extra]: value } : value
    return { ...call, args: [...call.args.slice(0, names.length), next] }
  })

/** Random calls on one platform, mostly valid and now and then nonsense. */
export interface Calls {
  /** Calls that may change something. */
  changing: Arbitrary<Sent>
  /** Any call. */
  any: Arbitrary<Sent>
  /** A user to call as. */
  by: Arbitrary<string>
}

export function callsOn(stage: Stage): Calls {
  const words = vocabulary(namesOn(stage))
  const table = changingCalls(words)
  const changes = fc.oneof(
    { weight: 19, arbitrary: oneOf(stage, table) },
    { weight: 1, arbitrary: spoiled(oneOf(stage, table)) },
  )
  return {
    changing: changes,
    any: fc.oneof(
      { weight: 3, arbitrary: changes },
      { weight: 1, arbitrary: oneOf(stage, readingCalls(words)) },
    ),
    by: fc.constantFrom(...stage.people),
  }
}
