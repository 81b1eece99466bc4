import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { Call } from '../policy/call/call.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { notFoundOf } from '../platform/not-found.ts'
import { type Circumstances, inputOf, perform } from './perform.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { checkPrecondition } from './precondition.ts'
import { refuse, type Refused, refusedAnyway } from '../message/refusal.ts'
import { isOperation } from '../policy/world/operations.ts'
import { hideNames, hideUnseen, inSightOf } from '../platform/sight.ts'
import { SinceChange } from '../platform/since-change.ts'
import { freeze } from '../shared/freeze.ts'
import { target } from './target.ts'
import { validateInput } from '../message/validate.ts'

const never = () => false

/**
 * What a call would now be answered, as a decision that `asker` is told. It goes the whole way that
 * the call would go, and nothing of it is kept. Of somebody else's call they are told what it would be
 * answered without what is hidden from them.
 */
export function rehearse(
  whole: Platform,
  request: CallRequest<OperationId>,
  explain: boolean,
  asker: UserRecord,
): Decision {
  const { actor, operation, args } = request
  const platform = inSightOf(whole, actor, asker)
  const { compiled, store, world } = platform
  const circumstances = explain ? explaining(platform, asker) : {}
  const result = store.transaction(() => {
    hideNames(whole, actor, asker, args)
    return perform(platform, request, circumstances)
  }, never)
  if (result.ok) return compiled.explain(world, compiled.bind(world, actor, operation, args), asker)
  if (result.decision !== undefined) return result.decision
  const { rule, status, code, hiddenReason } = result
  const text =
    hiddenReason === undefined || actor.id === asker.id
      ? result.text
      : notFoundOf(request, hiddenReason, asker)
  return {
    allowed: false,
    outcome: 'no',
    policy: compiled.policy.name,
    action: operation,
    rule,
    status,
    code,
    text,
    alternatives: [],
    // Of a denial without its reasons nobody knows whether it is final.
    ...(rule !== '' && { final: text }),
  }
}

/** Denials are explained, to whoever calls or to `asker`: it takes several rehearsals to do so. */
export const explaining = (platform: Platform, asker?: UserRecord): Circumstances => ({
  explainDenial: (request, call) =>
    asker === undefined
      ? explainOwnDenial(platform, request, call)
      : explainDenial(platform, request, call, asker),
  explainRefusal: (request, refused) => explainRefusal(platform, request, refused, asker),
})

const ownDenials = new SinceChange<Refused>()

/** The same of a call, for whoever makes it: explained once, until something changes. */
function explainOwnDenial(
  platform: Platform,
  request: CallRequest<OperationId>,
  call: Call,
): Refused {
  const { actor, operation, args, ifMatch = '' } = request
  const said = JSON.stringify([ifMatch, ...args])
  const known = ownDenials.get(platform, actor, operation, said)
  if (known !== undefined) return known
  const refused = freeze(explainDenial(platform, request, call))
  return ownDenials.set(platform, [actor, operation, said], refused, said.length)
}

/** Why the policy denies a call, with those ways out of it that were seen to work. */
function explainDenial(
  platform: Platform,
  request: CallRequest<OperationId>,
  call: Call,
  asker: UserRecord = call.actor,
): Refused {
  const { compiled, world } = platform
  const explained = compiled.explain(world, call, asker)
  const decision = proved(platform, request, call, explained, asker, () =>
    hideUnseen(platform, call),
  )
  const { code = 'permission_denied', text, rule } = decision
  return refuse(403, code, text, { rule, decision })
}

/** Why somebody may do nothing at all, with those ways out of it that were seen to work. */
function explainRefusal(
  platform: Platform,
  request: CallRequest<OperationId>,
  refused: Refused,
  asker: UserRecord = request.actor,
): Refused {
  const { compiled, world } = platform
  const { actor, operation, args } = request
  const unread = validateInput(operation, inputOf(request))
  if (unread !== undefined) return refusedAnyway(refused, unread)
  const call = compiled.bind(world, actor, operation, args)
  const explained = compiled.explainStanding(world, call, asker, () =>
    refusalOfMember(platform, request, asker),
  )
  if (!explained || refused.decision === undefined) return refused
  return { ...refused, decision: proved(platform, request, call, explained, asker) }
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
    const result = perform(platform, { ...request, actor }, {})
    return result.ok || !compiled.mayBeTold(world, asker, result) ? undefined : result.text
  }, never)
}

type Alternative = Decision['alternatives'][number]

/** How an alternative went when it was tried: as it is told, or why it leads nowhere. */
type Tried = Alternative | string

/**
 * The decision with those alternatives that lead past the denial. What is taken or in the way may still
 * refuse the call then: of that each reader is told who may see what it is.
 */
function proved(
  platform: Platform,
  request: CallRequest<OperationId>,
  call: Call,
  explained: Decision,
  asker: UserRecord,
  before?: () => void,
): Decision {
  // A copy, so that who may run the remedies is looked up before one of them is tried.
  const decision = structuredClone(explained)
  const tried = decision.alternatives.map((one) =>
    tryOut(platform, request, call, one, asker, before),
  )
  const alternatives = tried.filter((one) => typeof one !== 'string')
  // Of those that were not tried, one may well do.
  const isFinal = alternatives.length === 0 && decision.moreAlternatives === undefined
  if (!isFinal || tried.length === 0) return { ...decision, alternatives }
  const why = tried.find((one) => typeof one === 'string')
  return { ...decision, alternatives, ...(why !== undefined && { final: why }) }
}

/** Runs the calls, then the denied one again, as far as the policy's answer and beyond. None of it is kept, nor what is done before the last. */
function tryOut(
  platform: Platform,
  request: CallRequest<OperationId>,
  call: Call,
  alternative: Alternative,
  asker: UserRecord,
  before?: () => void,
): Tried {
  const { compiled, store, world } = platform
  const told = (refused: Refused): boolean => compiled.mayBeTold(world, asker, refused)
  return store.transaction(() => {
    for (const { operation, args, by } of alternative.calls) {
      const name = by[0] ?? ''
      const helper = world.user(name) ?? world.former(name)
      if (helper === undefined || !isOperation(operation)) return `Nobody may run ${operation}.`
      const result = perform(platform, { actor: helper, operation, args }, {})
      if (result.ok) continue
      const why = told(result) ? `: ${result.text}` : '.'
      return `${operation}, which would allow it, is refused${why}`
    }
    before?.()
    const actor = world.user(request.actor.id) ?? request.actor
    const fresh = { ...withoutFreshTag(platform, request, call), actor }
    const again = perform(platform, fresh, {})
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
function withoutFreshTag(
  { world }: Platform,
  request: CallRequest<OperationId>,
  call: Call,
): CallRequest<OperationId> {
  const { ifMatch, ...rest } = request
  const etag = target(world, call)?.etag
  const stale = etag !== undefined && checkPrecondition(ifMatch, etag) !== undefined
  return stale ? request : rest
}
