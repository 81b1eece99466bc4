import type { UserRecord } from '../policy/world.ts'
import type { Log } from './log.ts'
import type { Answer, Message } from './message.ts'
import { refuse, type Refused } from './refusal.ts'

/** The longest key, by the API's document. */
const longest = 255

/** Under what an answer is kept: keys are per user, method and path. */
export function idempotencyScope(actor: UserRecord, message: Message): string | undefined {
  const key = message.headers['idempotency-key']
  if (key === undefined) return undefined
  return [actor.id, message.method, message.path, key].join('\n')
}

/** The kept answer to the same call, or why there can be none; undefined for a new call. */
export function replay(
  log: Log,
  scope: string | undefined,
  message: Message,
): Answer | Refused | undefined {
  if (scope === undefined) return undefined
  const { length } = message.headers['idempotency-key'] ?? ''
  if (length === 0 || length > longest) {
    const text = `The Idempotency-Key has ${length} characters. Send 1 to ${longest}.`
    return refuse(400, 'invalid_request', text)
  }
  const kept = log.kept(scope)
  if (kept === undefined) return undefined
  if (kept.body !== message.body) {
    const text =
      'The Idempotency-Key was used for a call with another body. Send a new key with a new body.'
    return refuse(422, 'idempotency_key_reused', text)
  }
  return { ...kept.answer, headers: { ...kept.answer.headers, 'Idempotency-Replayed': 'true' } }
}
