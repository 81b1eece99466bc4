import { isRecord } from '../../src/core/base/kind-of.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import type { Call } from '../policy/call/call.ts'
import { aboutOf } from '../platform/remember.ts'
import { type About, seesAll } from '../log/about.ts'
import { authenticate } from './authenticate.ts'
import { bodyDigest, keyOf, scopeOf, scopeOfToken } from './idempotency.ts'
import { visibleTo } from '../platform/visible-to.ts'
import type { Kept, Loss } from '../log/kept.ts'
import type { Answer, Message } from '../message/message.ts'
import { namingByIds } from '../platform/named-ids.ts'
import { notFound } from '../platform/not-found.ts'
import { admit } from './admit.ts'
import { inputOf } from './perform.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { withoutProjects } from '../platform/rendered-for.ts'
import type { Trace } from '../log/trace.ts'

/** Keeps an answer for repeats of its call, and notes what the call took from its caller. */
export function keep(
  platform: Platform,
  request: CallRequest<OperationId>,
  message: Message,
  { answer, about, ids }: Pick<Kept, 'answer' | 'about' | 'ids'>,
): void {
  if (keyOf(message) === undefined) return
  const { log } = platform
  const actor = authenticate(platform, message.headers.authorization)
  const asCalled = namingByIds(platform, request, ids)
  const ended: readonly Loss[] =
    'ok' in actor ? ['token'] : lossesOf(platform, { ...asCalled, actor }, about).lost
  const kept: Kept = {
    body: bodyDigest(inputOf(request)),
    answer: withoutSecrets(request.operation, answer),
    actor: request.actor.id,
    about,
    ids,
    ended,
  }
  log.keep('ok' in actor ? scopeOfToken(message) : scopeOf(actor, message), kept)
}

/** A request to carry out, or its refusal for lack of a membership. */
export interface CallAgain {
  readonly request: CallRequest<OperationId>
  readonly refused?: Refused | undefined
}

/**
 * Replays the answer of the first call, if its caller may still make that call, or only that call itself
 * prevents it. The repeat is about the resources of the first call, even if others have their keys by now.
 * If the caller lost a right since, returns the call, to be refused like any other.
 */
export function repeat(
  platform: Platform,
  request: CallRequest<OperationId>,
  kept: Kept,
  trace: Trace,
): Answer | Refused | CallAgain {
  const asCalled = namingByIds(platform, request, kept.ids)
  const { lost, call, refused } = lossesOf(platform, asCalled, kept.about)
  const since = lost.filter((loss) => !kept.ended.includes(loss))
  if (since.length === 0) {
    noteRepeat(trace, kept.about)
    return replay(platform, request, kept)
  }
  const again: CallAgain = { request: asCalled, refused }
  if (since.includes('membership') && refused && !refused.decision) return again
  const named = trace.about?.named
  trace.about = { ...aboutOf(platform, call), ...(named && { named }) }
  if (since.includes('membership')) return again
  const isMissing = call.missing.length > 0
  if (isMissing || since.includes('sight')) {
    return notFound(request, isMissing ? 'missing' : 'hidden')
  }
  if (since.includes('right')) return again
  const text =
    'The resource of the first call with this Idempotency-Key is gone, or hidden from you.'
  return refuse(404, 'not_found', text, { hiddenReason: 'hidden since the first call' })
}

/** Notes that the request gets the answer of the first call, and is about the same resources. */
export function noteRepeat(trace: Trace, about: About): void {
  trace.about = about
  trace.replayed = true
}

/** The things that the caller lacks to make the call and to read its answer. */
function lossesOf(
  platform: Platform,
  request: CallRequest<OperationId>,
  about: About,
): {
  readonly lost: readonly Loss[]
  readonly call: Call
  readonly refused: Refused | undefined
} {
  const { compiled, world } = platform
  const { actor, operation, args } = request
  const refused = admit(platform, request)
  const call = compiled.bind(world, actor, operation, args)
  // A deleted resource existed at the first call. Only its last viewers matter.
  const has: Readonly<Record<Exclude<Loss, 'token'>, boolean>> = {
    membership: refused === undefined,
    sight: compiled.sees(world, actor, call.resources),
    right: call.missing.length > 0 || compiled.decide(world, call) === 'yes',
    answer: seesAll(visibleTo(platform, actor), about),
  }
  const all = ['membership', 'sight', 'right', 'answer'] as const
  return { lost: all.filter((loss) => !has[loss]), call, refused }
}

/** The answer without its secrets, which are shown only once. */
function withoutSecrets(operation: OperationId, answer: Answer): Answer {
  const { secrets } = contract[operation]
  if (secrets === undefined) return answer
  const json: unknown = JSON.parse(answer.body)
  const rest = Object.entries(isRecord(json) ? json : {}).filter(([key]) => !secrets.includes(key))
  return { ...answer, body: JSON.stringify(Object.fromEntries(rest)) }
}

/** The kept answer, without projects that are hidden from the caller now. */
export function replay(
  platform: Platform,
  { actor }: Pick<CallRequest<OperationId>, 'actor'>,
  { answer, about }: Kept,
): Answer {
  const isSeen = visibleTo(platform, actor)
  const hidden = about.projects.flatMap((one) => (isSeen(one) ? [] : (one.key ?? [])))
  const body =
    about.target?.type === 'artifact' && hidden.length > 0
      ? withoutProjects(answer.body, new Set(hidden))
      : answer.body
  return { ...answer, body, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } }
}
