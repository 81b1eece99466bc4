import { isRecord } from '../../src/core/record.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import type { About } from './about.ts'
import { authenticate } from './authenticate.ts'
import { bodyDigest, keyOf, scopeOf, scopeOfToken } from './idempotency.ts'
import { eyesOf, seesAll } from './last-seen.ts'
import type { Kept, Loss } from './log.ts'
import type { Answer, Message } from './message.ts'
import { admit } from './perform.ts'
import type { Platform, Request } from './platform.ts'
import { refuse, type Refused } from './refusal.ts'
import { withoutProjects } from './shown.ts'

/** Keeps an answer for repeats of its call, with what the call took from its caller. */
export function keep(
  platform: Platform,
  request: Request<OperationId>,
  message: Message,
  { answer, about }: Pick<Kept, 'answer' | 'about'>,
): void {
  if (keyOf(message) === undefined) return
  const { log } = platform
  const actor = authenticate(platform, message.headers.authorization)
  const ended: readonly Loss[] =
    'ok' in actor ? ['token'] : lossesOf(platform, { ...request, actor }, about).lost
  const kept: Kept = {
    body: bodyDigest(message),
    answer: withoutSecrets(request.operation, answer),
    actor: request.actor.id,
    about,
    ended,
  }
  log.keep('ok' in actor ? scopeOfToken(message) : scopeOf(actor, message), kept)
}

/**
 * What a repeat is answered: what the first call was, if its caller may still make that call, or cannot
 * because of that very call. Undefined for one who may not: the call is then refused like any other.
 */
export function repeat(
  platform: Platform,
  request: Request<OperationId>,
  kept: Kept,
): Answer | Refused | undefined {
  const { lost, isMissing } = lossesOf(platform, request, kept.about)
  const since = lost.filter((loss) => !kept.ended.includes(loss))
  if (since.length === 0) return replay(platform, request, kept)
  if (isMissing || since.some((loss) => loss !== 'answer')) return undefined
  const text =
    'What the first call with this Idempotency-Key was about is gone, or hidden from you.'
  return refuse(404, 'not_found', text, { hiddenReason: 'hidden since the first call' })
}

/** What the caller would need to make the call and to read its answer, and does not have. */
function lossesOf(
  platform: Platform,
  request: Request<OperationId>,
  about: About,
): { readonly lost: readonly Loss[]; readonly isMissing: boolean } {
  const { compiled, world } = platform
  const { actor, operation, args } = request
  const call = compiled.bind(world, actor, operation, args)
  // What is gone was there for the first call: nothing more can be asked of it.
  const isMissing = call.missing.length > 0
  const has: Readonly<Record<Exclude<Loss, 'token'>, boolean>> = {
    membership: admit(platform, request) === undefined,
    sight: isMissing || compiled.sees(world, actor, call.things),
    right: isMissing || compiled.decide(world, call) === 'yes',
    answer: seesAll(eyesOf(platform, actor), about),
  }
  const all = ['membership', 'sight', 'right', 'answer'] as const
  return { lost: all.filter((loss) => !has[loss]), isMissing }
}

/** The answer without its secrets, which are answered once. */
function withoutSecrets(operation: OperationId, answer: Answer): Answer {
  const { secrets } = contract[operation]
  if (secrets === undefined) return answer
  const json: unknown = JSON.parse(answer.body)
  const rest = Object.entries(isRecord(json) ? json : {}).filter(([key]) => !secrets.includes(key))
  return { ...answer, body: JSON.stringify(Object.fromEntries(rest)) }
}

/** The kept answer once more, without the projects that are hidden from the caller now. */
export function replay(
  platform: Platform,
  { actor }: Pick<Request<OperationId>, 'actor'>,
  { answer, about }: Kept,
): Answer {
  const isSeen = eyesOf(platform, actor)
  const hidden = about.projects.flatMap((one) => (isSeen(one) ? [] : (one.key ?? [])))
  const body =
    about.target?.type === 'artifact' && hidden.length > 0
      ? withoutProjects(answer.body, new Set(hidden))
      : answer.body
  return { ...answer, body, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } }
}
