import type { Alternative, Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { refuse, type Refused, refusedAnyway } from '../message/refusal.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { hideUnseen } from '../platform/sight.ts'
import type { Call } from '../policy/call/call.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { attempt, lookUp } from './perform.ts'
import { runRemedy } from './run-remedy.ts'
import { checkPrecondition } from './precondition.ts'
import { target } from './target.ts'

const never = () => false

/** A denied call, and the person who gets the explanation. */
interface DeniedRequest {
  readonly platform: Platform
  readonly request: CallRequest<OperationId>
  readonly call: Call
  readonly asker: UserRecord
  /** Whether to delete resources that the caller may not see before the call is tried again. */
  readonly hidesUnseen?: true
}

/** Explains why the policy denies a call, with the remedies that worked when tried. */
export function explainDenial(denial: DeniedRequest): Refused {
  const { platform, call, asker } = denial
  const { compiled, world } = platform
  const explained = compiled.explain(world, call, asker)
  const decision = proved({ ...denial, hidesUnseen: true }, explained)
  const { code = 'permission_denied', text, rule } = decision
  return refuse(403, code, text, { rule, decision })
}

/** Explains a refusal for lack of a membership, with the remedies that worked when tried. */
export function explainRefusal(
  platform: Platform,
  request: CallRequest<OperationId>,
  refused: Refused,
  asker: UserRecord = request.actor,
): Refused {
  const { compiled, world } = platform
  const named = lookUp(platform, request)
  if (!named.ok) return refusedAnyway(refused, named)
  const { call } = named
  const explained = compiled.explainMembershipDenial(world, call, {
    asker,
    refusal: () => refusalOfMember(platform, request, asker),
  })
  if (!explained || refused.decision === undefined) return refused
  const decision = proved({ platform, request, call, asker }, explained)
  return { ...refused, text: decision.text, decision }
}

/** The reason why the call would be refused even to an active member, if the asker may know it. Keeps no change. */
function refusalOfMember(
  platform: Platform,
  request: CallRequest<OperationId>,
  asker: UserRecord,
): string | undefined {
  const { compiled, store, world } = platform
  return store.transaction(() => {
    const { users, former } = store.tables
    const actor: UserRecord = { ...request.actor, status: 'active', paused: false }
    former.delete(actor.id)
    users.put(actor)
    const result = attempt(platform, { ...request, actor })
    return result.ok || !compiled.mayDisclose(world, asker, result) ? undefined : result.text
  }, never)
}

/** An alternative that worked when tried, or the reason why it did not. */
type Tried = Alternative | string

/**
 * The decision, with those alternatives that lead past the denial. The state may still refuse the call
 * then, such as a key that is taken; the asker learns that if they may see the resource in question.
 */
function proved(denial: DeniedRequest, explained: Decision): Decision {
  // Copying works out who may run each remedy, before one of them is tried.
  const decision = structuredClone(explained)
  const tried = decision.alternatives.map((one) => tryOut(denial, one))
  const alternatives = tried.filter((one) => typeof one !== 'string')
  // An alternative that was not tried may work.
  const isFinal = alternatives.length === 0 && decision.moreAlternatives === undefined
  if (!isFinal || tried.length === 0) return { ...decision, alternatives }
  const why = tried.find((one) => typeof one === 'string')
  return { ...decision, alternatives, ...(why !== undefined && { final: why }) }
}

/** Runs the calls of a remedy, then the denied call again. Keeps no change. */
function tryOut(denial: DeniedRequest, alternative: Alternative): Tried {
  const { platform, request, call, asker, hidesUnseen } = denial
  const { compiled, store, world } = platform
  const told = (refused: Refused): boolean => compiled.mayDisclose(world, asker, refused)
  return store.transaction(() => {
    for (const remedy of alternative.calls) {
      const result = runRemedy(platform, remedy)
      if (result === undefined) return `Nobody may run ${remedy.operation}.`
      if (result.ok) continue
      const why = told(result) ? `: ${result.text}` : '.'
      return `${remedy.operation}, which would allow it, is refused${why}`
    }
    if (hidesUnseen) hideUnseen(platform, call)
    const actor = world.user(request.actor.id) ?? request.actor
    const again = attempt(platform, { ...withoutFreshTag(denial), actor })
    if (again.ok) return alternative
    const { status, code, text } = again
    if (status === 403 || status === 404) {
      return `Once allowed, it would be refused all the same: ${text}`
    }
    return told(again) ? { ...alternative, refusal: { status, code, text } } : alternative
  }, never)
}

/**
 * The request without its etag if that is fresh now: a remedy may change the target, and the caller would
 * then read it again. A stale etag stays.
 */
function withoutFreshTag({
  platform: { world },
  request,
  call,
}: DeniedRequest): CallRequest<OperationId> {
  const { ifMatch, ...rest } = request
  const etag = target(world, call)?.etag
  const stale = etag !== undefined && checkPrecondition(ifMatch, etag) !== undefined
  return stale ? request : rest
}
