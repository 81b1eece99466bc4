import type { UserRecord } from '../policy/language/records.ts'
import { canonical, digest } from '../state/hash.ts'
import type { Kept } from '../log/kept.ts'
import type { Message } from '../message/message.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/** The longest key, by the API's document. */
const longest = 255

/** The key that the caller gave the call, if any. */
export const keyOf = ({ headers }: Message): string | undefined => headers['idempotency-key']

/** Under what an answer is kept: keys are per user, method and path. */
export const scopeOf = (actor: UserRecord, message: Message): string => scope(actor.id, message)

/** The same for whoever has the token, by which nobody can be found any more. */
export const scopeOfToken = (message: Message): string =>
  scope(digest(`token ${message.headers.authorization ?? ''}`, 24), message)

const scope = (who: string, message: Message): string =>
  [who, message.method, message.path, keyOf(message) ?? ''].join('\n')

/** What is kept of what a body says, to know it again however it is written. */
export const bodyDigest = (input: unknown): string => digest(canonical(input), 24)

/** Why the key can't be taken at all. */
export function refuseKey(message: Message): Refused | undefined {
  const { length } = keyOf(message) ?? ''
  if (length > 0 && length <= longest) return undefined
  const text = `The Idempotency-Key has ${length} characters. Send 1 to ${longest}.`
  return refuse(400, 'invalid_request', text)
}

/** Why the key can't be taken for this body; undefined for a repeat. */
export function refuseReuse(kept: Kept, input: unknown): Refused | undefined {
  if (kept.body === bodyDigest(input)) return undefined
  const text =
    'The Idempotency-Key was used for a call with another body. Send a new key with a new body.'
  return refuse(422, 'idempotency_key_reused', text)
}
