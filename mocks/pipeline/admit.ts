import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { cite } from '../policy/index.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { namesOneself } from '../policy/world/oneself.ts'
import { answersInvitation, isOpenToAll, isQuestion } from '../policy/world/membership.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import { isOperation } from '../policy/world/operations.ts'
import { subjectsIn } from '../policy/world/questions.ts'

/**
 * 403 for callers without an active membership, and for operations that the platform does not offer to
 * people; 404 for everyone once the organization is deleted.
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
  // A policy is about people: it says which of them may ask, and nothing about an enforcement point.
  if (isPoint || compiled.offers(operation)) return undefined
  const decision = compiled.explain(world, compiled.open(actor, operation, {}))
  const { text, rule } = decision
  return refuse(403, 'operation_not_offered', text, { rule, decision })
}

/** 403 for an enforcement point that calls anything but `access.*`. */
function onlyAsks({ compiled }: Platform, action: OperationId): Refused {
  const code = 'enforcement_point'
  const text = `${action} is not open to enforcement points, which may only call access.*.`
  const decision: Decision = {
    allowed: false,
    outcome: 'no',
    policy: compiled.policy.name,
    action,
    ...cite(compiled.policy, 'API'),
    status: 403,
    code,
    text,
    alternatives: [],
    final: 'Only a member can make this call. Sign in as one.',
  }
  return refuse(403, code, text, { decision })
}

/** Whether all questions are about the caller, who gets the same answers from the calls. An unread body has none. */
const asksAboutSelf = ({ actor, operation, args: [input] }: CallRequest<string>): boolean =>
  isOperation(operation) &&
  isQuestion(operation) &&
  subjectsIn(operation, input).every((id) => namesOneself(actor, id))

/**
 * The denial of a caller without an active membership; undefined for active members, and for the calls
 * that everyone may make who can sign in: asking about themselves and, unless they are paused, answering
 * an invitation. The denial is worded for `asker`, the actor by default.
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
