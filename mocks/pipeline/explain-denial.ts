import type { Alternative, Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { refuse, type Refused, refusedAnyway } from '../message/refusal.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { hideUnseen } from '../platform/sight.ts'
import type { Call } from '../policy/call/call.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { isOperation } from '../policy/world/operations.ts'
import { attempt, lookUp } from './perform.ts'
import { checkPrecondition } from './precondition.ts'
import { target } from './target.ts'

const never = () => false

/** A call that would not be carried out, and who is told why. */
interface DeniedRequest {
  readonly platform: Platform
  readonly request: CallRequest<OperationId>
  readonly call: Call
  readonly asker: UserRecord
  /** Whether what the caller may not see is taken away before the call is tried again. */
  readonly hidesUnseen?: true
}

/** Why the policy denies a call, with those ways out of it that were seen to work. */
export function explainDenial(denial: DeniedRequest): Refused {
  const { platform, call, asker } = denial
  const { compiled, world } = platform
  const explained = compiled.explain(world, call, asker)
  const decision = proved({ ...denial, hidesUnseen: true }, explained)
  const { code = 'permission_denied', text, rule } = decision
  return refuse(403, code, text, { rule, decision })
}

/** Why somebody may do nothing at all, with those ways out of it that were seen to work. */
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
  const explained = compiled.explainMembershipDenial(world, call, asker, () =>
    refusalOfMember(platform, request, asker),
  )
  if (!explained || refused.decision === undefined) return refused
  return { ...refused, decision: proved({ platform, request, call, asker }, explained) }
}

/** Why the call would be refused if its actor were an active member, as far as `asker` may be told. None of it is kept. */
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

/** How an alternative went when it was tried: as it is told, or why it leads nowhere. */
type Tried = Alternative | string

/**
 * The decision with those alternatives that lead past the denial. What is taken or in the way may still
 * refuse the call then: of that each reader is told who may see what it is.
 */
function proved(denial: DeniedRequest, explained: Decision): Decision {
  // A copy, so that who may run the remedies is looked up before one of them is tried.
  const decision = structuredClone(explained)
  const tried = decision.alternatives.map((one) => tryOut(denial, one))
  const alternatives = tried.filter((one) => typeof one !== 'string')
  // Of those that were not tried, one may well do.
  const isFinal = alternatives.length === 0 && decision.moreAlternatives === undefined
  if (!isFinal || tried.length === 0) return { ...decision, alternatives }
  const why = tried.find((one) => typeof one === 'string')
  return { ...decision, alternatives, ...(why !== undefined && { final: why }) }
}

/** Runs the calls, then the denied one again, as far as the policy's answer and beyond. None of it is kept. */
function tryOut(denial: DeniedRequest, alternative: Alternative): Tried {
  const { platform, request, call, asker, hidesUnseen } = denial
  const { compiled, store, world } = platform
  const told = (refused: Refused): boolean => compiled.mayDisclose(world, asker, refused)
  return store.transaction(() => {
    for (const { operation, args, by } of alternative.calls) {
      const name = by[0] ?? ''
      const helper = world.user(name) ?? world.former(name)
      if (helper === undefined || !isOperation(operation)) return `Nobody may run ${operation}.`
      const result = attempt(platform, { actor: helper, operation, args })
      if (result.ok) continue
      const why = told(result) ? `: ${result.text}` : '.'
      return `${operation}, which would allow it, is refused${why}`
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
 * A remedy may itself change what the denied call is about. An etag that is fresh now is then read
 * anew before the call is made again, so it counts as fresh; a stale one stays stale.
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
