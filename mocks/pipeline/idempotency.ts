import type { UserRecord } from '../policy/language/records.ts'
import { canonical, digest } from '../state/hash.ts'
import type { Kept } from '../log/kept.ts'
import type { Message } from '../message/message.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/** The longest key that the API's document allows, in characters. */
const longest = 255

/** The idempotency key of a request, if any. */
export const keyOf = ({ headers }: Message): string | undefined => headers['idempotency-key']

/** The cache key of an answer: idempotency keys are per user, method and path. */
export const scopeOf = (actor: UserRecord, message: Message): string => scope(actor.id, message)

/** The same by token, for a token that no longer leads to a user. */
export const scopeOfToken = (message: Message): string =>
  scope(digest(`token ${message.headers.authorization ?? ''}`, 24), message)

const scope = (who: string, message: Message): string =>
  [who, message.method, message.path, keyOf(message) ?? ''].join('\n')

/** A digest of a body's value, independent of its formatting. */
export const bodyDigest = (input: unknown): string => digest(canonical(input), 24)

/** 400 for a key of wrong length. */
export function refuseKey(message: Message): Refused | undefined {
  const { length } = keyOf(message) ?? ''
  if (length > 0 && length <= longest) return undefined
  const text = `Idempotency-Key must have 1 to ${longest} characters, not ${length}.`
  return refuse(400, 'invalid_request', text)
}

/** 422 for a key that was used with another body; undefined for a repeat. */
export function refuseReuse(kept: Kept, input: unknown): Refused | undefined {
  if (kept.body === bodyDigest(input)) return undefined
  const text = 'Idempotency-Key was used before, with another body. Send a new key for a new body.'
  return refuse(422, 'idempotency_key_reused', text)
}
