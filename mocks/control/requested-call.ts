import { fillPath } from '../../src/core/send/path-arguments.ts'
import { queryString } from '../../src/core/send/query.ts'
import { isError } from '../../src/core/base/kind-of.ts'
import { type Endpoint, type OperationId, operations } from '../../src/generated/operations.ts'
import type { RehearsedCall } from '../inspect/rehearsal.ts'
import type { Message } from '../message/message.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { personNamed } from '../platform/person.ts'
import type { Platform } from '../platform/platform.ts'
import { isOperation } from '../policy/world/operations.ts'
import { quoted } from '../shared/quoted.ts'
import { didYouMean } from '../shared/nearest.ts'
import { sessionToken } from '../state/secrets.ts'
import type { ControlInput } from './operation.ts'

/** The call of a person, as a body names it; a refusal says what is wrong with it. */
export function requestedCall(
  platform: Platform,
  { as, operation, args = [], ifMatch }: ControlInput<'rehearse'>,
): RehearsedCall | Refused {
  const actor = personNamed(platform, as)
  if ('ok' in actor) return actor
  if (!isOperation(operation)) return unknownOperation(operation)
  const token = sessionToken(platform.store.seed, actor.email)
  const message = messageOf(operation, args, {
    authorization: `Bearer ${token}`,
    ...(ifMatch !== undefined && { 'if-match': ifMatch }),
  })
  return 'ok' in message ? message : { actor, operation, args, message }
}

function unknownOperation(name: string): Refused {
  const near = didYouMean(name, Object.keys(operations))
  const text = `operation must be an operation of the API, such as roles.create, not ${quoted(name)}.${near}`
  return refuse(422, 'validation_failed', text)
}

/** The request that a client sends for a call. */
function messageOf(
  operation: OperationId,
  args: readonly unknown[],
  headers: Message['headers'],
): Message | Refused {
  const { method, path: template, parameters, input }: Endpoint = operations[operation]
  const given = args[parameters.length]
  const most = parameters.length + (input === undefined ? 0 : 1)
  if (args.length > most) return tooMany(operation, [...parameters, ...(input ? [input] : [])])
  try {
    const path = fillPath(
      operation,
      template,
      Object.fromEntries(parameters.map((name, at) => [name, args[at]])),
    )
    const query = input === 'query' && given !== undefined ? queryString(operation, given) : ''
    const isBody = input === 'body' && given !== undefined
    return {
      method,
      path,
      query,
      headers: { ...headers, ...(isBody && { 'content-type': 'application/json' }) },
      body: isBody ? JSON.stringify(given) : '',
    }
  } catch (error) {
    return refuse(422, 'validation_failed', isError(error) ? error.message : String(error))
  }
}

const tooMany = (operation: string, places: readonly string[]): Refused =>
  refuse(
    422,
    'validation_failed',
    places.length === 0
      ? `args must be empty: ${operation} takes no arguments.`
      : `args must have at most ${places.length}: ${operation} takes ${places.join(', ')}.`,
  )
