import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { namesOneself } from '../policy/world/oneself.ts'
import { answersInvitation, isOpenToAll, isQuestion } from '../policy/world/membership.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'

/**
 * 403 for whoever has no active membership, or for what the platform does not offer to anyone; 404 for
 * everyone once the organization is deleted.
 */
export function admit(platform: Platform, request: CallRequest<OperationId>): Refused | undefined {
  const { compiled, world } = platform
  const { actor, operation } = request
  const isPoint = isEnforcementPoint(actor)
  if (isPoint && contract[operation].enforcementPoint !== true) return onlyAsks(platform, operation)
  if (world.organization.deletedAt !== undefined && !isOpenToAll(operation)) {
    return refuse(404, 'not_found', 'The organization was deleted.')
  }
  const denial = isPoint ? undefined : membershipDenialOf(platform, request)
  if (denial !== undefined) {
    const { code = 'permission_denied', text, rule } = denial
    return refuse(403, code, text, { rule, decision: denial })
  }
  if (compiled.offers(operation)) return undefined
  const decision = compiled.explain(world, compiled.open(actor, operation, {}))
  const { text, rule } = decision
  return refuse(403, 'operation_not_offered', text, { rule, decision })
}

/** 403 for an enforcement point that would do something else than ask. */
function onlyAsks({ compiled }: Platform, action: OperationId): Refused {
  const code = 'enforcement_point'
  const text = `${action} is not for an enforcement point: it asks access.* alone.`
  const decision: Decision = {
    allowed: false,
    outcome: 'no',
    policy: compiled.policy.name,
    action,
    rule: 'API',
    status: 403,
    code,
    text,
    alternatives: [],
    final: 'Sign in as a member to do more than ask.',
  }
  return refuse(403, code, text, { decision })
}

/**
 * Whether somebody asks what they themselves may do: the answer is what their call would be answered.
 * The question is not known yet when the body has not been read.
 */
const asksAboutSelf = ({ actor, operation, args: [input] }: CallRequest<string>): boolean => {
  if (!isQuestion(operation)) return false
  const { evaluations } = isRecord(input) ? input : {}
  const batch: readonly unknown[] = Array.isArray(evaluations) ? evaluations : []
  return [input, ...batch].every((question) => isAbout(actor, question))
}

/** What names nobody is about whom the whole batch is about, or is refused for it. */
const isAbout = (actor: UserRecord, question: unknown): boolean => {
  const { subject } = isRecord(question) ? question : {}
  if (subject === undefined) return true
  return isRecord(subject) && namesOneself(actor, String(subject.id))
}

/**
 * Why somebody may do nothing at all here; undefined for an active member, and for what everyone who
 * can sign in may do: learn who they are and what they may do, and, unless they are paused, answer an
 * invitation. `asker`, the actor by default, is told it.
 */
function membershipDenialOf(
  platform: Platform,
  request: CallRequest<string>,
  asker?: UserRecord,
): Decision | undefined {
  const { actor, operation, args } = request
  const { compiled, world } = platform
  const isOpen =
    isOpenToAll(operation) ||
    asksAboutSelf(request) ||
    (!actor.paused && answersInvitation(world, actor, operation, args))
  return isOpen ? undefined : compiled.membershipDenial(actor, operation, asker)
}
