import type { UserRecord } from '../policy/world.ts'
import { digest } from '../store/hash.ts'
import type { Kept } from './log.ts'
import type { Message } from './message.ts'
import { refuse, type Refused } from './refusal.ts'

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

/** What is kept of a body, to know it again. */
export const bodyDigest = ({ body }: Message): string => digest(body, 24)

/** Why the key can't be taken as it is; undefined for a new one, and for a repeat. */
export function refuseKey(message: Message, kept: Kept | undefined): Refused | undefined {
  const { length } = keyOf(message) ?? ''
  if (length === 0 || length > longest) {
    const text = `The Idempotency-Key has ${length} characters. Send 1 to ${longest}.`
    return refuse(400, 'invalid_request', text)
  }
  if (kept === undefined || kept.body === bodyDigest(message)) return undefined
  const text =
    'The Idempotency-Key was used for a call with another body. Send a new key with a new body.'
  return refuse(422, 'idempotency_key_reused', text)
}
