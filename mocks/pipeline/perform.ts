import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { Decision } from '../../src/generated/models.ts'
import { contract } from '../generated/contract.ts'
import { carryOut } from '../operations/index.ts'
import type { Reply } from '../platform/reply.ts'
import type { Call } from '../policy/call/call.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { missingDefaultRoles } from './default-roles.ts'
import { applyEffects } from './effects.ts'
import { notFound } from '../platform/not-found.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { checkPrecondition } from './precondition.ts'
import {
  missingKeys,
  teamsNamedTwice,
  unassignableRoles,
  unknownCategories,
  unknownReferences,
} from './references.ts'
import { refuse, refuseBy, type Refused } from '../message/refusal.ts'
import { admit } from './admit.ts'
import { checkReadOnly, target, targetOf } from './target.ts'
import type { Answered } from '../log/trace.ts'
import { validateInput } from '../message/validate.ts'

/** How a call went: an answer to be made into JSON, or why it is refused. */
export type Result = Reply | Refused

/** What else a performance needs to know. */
export interface Circumstances {
  /**
   * Answers what another call would be answered. Left out in a rehearsal: nobody reads its answer, and
   * questions about questions would multiply.
   */
  readonly rehearse?: Rehearse
  /** Says what would help somebody who is no active member. Left out, a refusal says no more than that. */
  readonly explainRefusal?: (request: CallRequest<OperationId>, refused: Refused) => Refused
  /** Says why a call is denied. Left out, a denial says no more than that. */
  readonly explainDenial?: (request: CallRequest<OperationId>, call: Call) => Refused
  readonly origin?: string | undefined
  /** Is told what a question is answered, or each of several. */
  readonly noteAnswer?: (answered: Answered) => void
  /** Is told of the call once all that it refers to is looked up, and whether the actor sees all of it. */
  readonly notice?: (call: Call, isSeen: boolean) => void
}

/** Answers what a call would now be answered, as a decision that `asker` is told, and keeps nothing of it. */
export type Rehearse = (
  request: CallRequest<OperationId>,
  explain: boolean,
  asker: UserRecord,
) => Decision

/**
 * Runs a call through everything that may refuse it, in the API's order, and then carries it out.
 * It changes the store: run it in a transaction that is kept only when the result is `ok`.
 */
export function perform(
  platform: Platform,
  request: CallRequest<OperationId>,
  circumstances: Circumstances,
): Result {
  const { compiled, world } = platform
  const { actor, operation, args, ifMatch } = request
  const refused = admit(platform, request)
  if (refused !== undefined) return circumstances.explainRefusal?.(request, refused) ?? refused
  const invalid = validateInput(operation, inputOf(request))
  if (invalid !== undefined) return invalid

  const call = compiled.bind(world, actor, operation, args)
  const isPoint = isEnforcementPoint(actor)
  const isMissing = call.missing.length > 0
  const isSeen = !isMissing && (isPoint || compiled.sees(world, actor, call.things))
  circumstances.notice?.(call, isSeen)
  if (!isSeen) return notFound(request, isMissing ? 'missing' : 'hidden')
  if (!isPoint && compiled.decide(world, call) !== 'yes') {
    return circumstances.explainDenial?.(request, call) ?? denied()
  }
  return (
    missingKeys(platform, call) ??
    unknownCategories(platform, call) ??
    unknownReferences(platform, call) ??
    teamsNamedTwice(platform, call) ??
    unassignableRoles(platform, call) ??
    missingDefaultRoles(platform, call) ??
    refusedBy(compiled.guard(world, call, 422)) ??
    checkTarget(platform, call, ifMatch) ??
    refusedBy(compiled.guard(world, call)) ??
    change(platform, call, circumstances)
  )
}

// Names no rule: finding it is part of the explanation.
const denied = () => refuse(403, 'permission_denied', 'The policy denies it.', { rule: '' })

/** The call's body or query; undefined where the operation has neither. */
export const inputOf = ({ operation, args }: CallRequest<OperationId>): unknown =>
  operations[operation].input === undefined ? undefined : args.at(-1)

function checkTarget(
  { world }: Platform,
  call: Call,
  ifMatch: string | undefined,
): Refused | undefined {
  if (ifMatch === undefined && call.input === undefined) return undefined
  const now = target(world, call)
  if (now === undefined) return undefined
  const { mergePatch: isUpdate = false } = operations[call.operation]
  const { ifMatch: guarded = false } = contract[call.operation]
  const refused =
    (isUpdate ? checkReadOnly(call, now) : undefined) ??
    (guarded ? checkPrecondition(ifMatch, now.etag) : undefined)
  return refused && { ...refused, about: targetOf(call) }
}

type Objection = ReturnType<Platform['compiled']['guard']>

function refusedBy(objection: Objection): Refused | undefined {
  if (objection === undefined) return undefined
  return refuseBy(objection)
}

/** Carries the call out, with what else the policy says that it does, and looks at what came of it. */
function change(
  platform: Platform,
  call: Call,
  { origin, rehearse, noteAnswer }: Circumstances,
): Result {
  const { compiled, world } = platform
  const carriedOut = () => carryOut(platform, call, { origin, rehearse, noteAnswer })
  // What may be repeated under one key is what changes something.
  if (contract[call.operation].idempotent !== true) return carriedOut()
  const before = compiled.measure(world)
  platform.store.tick()
  const result = carriedOut()
  if (!result.ok) return result
  applyEffects(platform, call, result)
  return refusedBy(compiled.violated(world, before, compiled.measure(world))) ?? result
}
