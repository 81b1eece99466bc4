import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { carryOut } from '../operations/index.ts'
import type { ValidCall } from '../operations/work.ts'
import type { Asked } from '../operations/access/asked.ts'
import type { Reply } from '../platform/reply.ts'
import type { Call, Refusal } from '../policy/call/call.ts'
import { missingDefaultRoles } from './default-roles.ts'
import { applyEffects } from './effects.ts'
import { notFound } from '../platform/not-found.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { checkPrecondition } from './precondition.ts'
import {
  missingKeys,
  namedTwice,
  unassignableRoles,
  unknownCategories,
  unknownReferences,
} from './references.ts'
import { refuse, refuseBy, type Refused } from '../message/refusal.ts'
import { admit } from './admit.ts'
import { checkReadOnly, target, targetOf } from './target.ts'
import { validateInput } from '../message/validate.ts'

/** A call that the policy denies, not explained yet: finding the reasons takes several rehearsals. */
export interface Denied extends Refused {
  readonly denied: Call
}

/** The result of a call: a reply, a question still to be answered, or a refusal. */
export type Result = Reply | Asked | Refused | Denied

/** A request with a valid body, bound to the resources that it names. */
export interface BoundCall<Id extends OperationId> extends ValidCall<Id> {
  readonly ok: true
  readonly request: CallRequest<Id>
  /** Whether all of those exist, and their caller may see them. */
  readonly sight: 'seen' | 'missing' | 'hidden'
}

/** Validates the body of an admitted request, and looks up the resources that it names. */
export function lookUp<Id extends OperationId>(
  { compiled, world }: Platform,
  request: CallRequest<Id>,
): BoundCall<Id> | Refused {
  const { actor, operation, args } = request
  const valid = validateInput(operation, inputOf(request))
  if (!valid.ok) return valid
  const call = compiled.bind(world, actor, operation, args)
  const sees = () => isEnforcementPoint(actor) || compiled.sees(world, actor, call.resources)
  const sight = call.missing.length > 0 ? 'missing' : sees() ? 'seen' : 'hidden'
  return { ok: true, request, operation, call, input: valid.input, sight }
}

/**
 * Runs the checks of the API and the policy, in the API's order, then carries the call out. It changes
 * the store: run it in a transaction that is kept only if the result is `ok`.
 */
export function perform<Id extends OperationId>(platform: Platform, named: BoundCall<Id>): Result {
  const { compiled, world } = platform
  const { request, call, sight } = named
  if (sight !== 'seen') return notFound(request, sight)
  if (!isEnforcementPoint(call.actor) && compiled.decide(world, call) !== 'yes') {
    return deniedCall(call)
  }
  return (
    missingKeys(platform, call) ??
    unknownCategories(platform, call) ??
    unknownReferences(platform, call) ??
    namedTwice(platform, call) ??
    unassignableRoles(platform, call) ??
    missingDefaultRoles(platform, call) ??
    refusedBy(compiled.guard(world, call, 422)) ??
    checkTarget(platform, call, request) ??
    refusedBy(compiled.guard(world, call)) ??
    change(platform, named)
  )
}

/** Tries a whole request. Run it in a transaction that is never kept. */
export function attempt(platform: Platform, request: CallRequest<OperationId>): Result {
  const refused = admit(platform, request)
  if (refused !== undefined) return refused
  const named = lookUp(platform, request)
  return named.ok ? perform(platform, named) : named
}

// Without a rule: the explanation finds it.
const deniedCall = (call: Call): Denied => ({
  ...refuse(403, 'permission_denied', 'The policy denies it.', { rule: '' }),
  denied: call,
})

/** The body or query of a call; undefined if its operation has neither. */
export const inputOf = ({ operation, args }: CallRequest<OperationId>): unknown =>
  operations[operation].input === undefined ? undefined : args.at(-1)

function checkTarget(
  { world }: Platform,
  call: Call,
  { ifMatch, isStale }: Pick<CallRequest<OperationId>, 'ifMatch' | 'isStale'>,
): Refused | undefined {
  if (ifMatch === undefined && call.input === undefined) return undefined
  const now = target(world, call)
  if (now === undefined) return undefined
  const { mergePatch: isUpdate = false } = operations[call.operation]
  const { ifMatch: guarded = false } = contract[call.operation]
  const refused =
    (isUpdate ? checkReadOnly(call, now) : undefined) ??
    (guarded ? checkPrecondition(ifMatch, now.etag, isStale) : undefined)
  return refused && { ...refused, about: targetOf(call) }
}

const refusedBy = (refusal: Refusal | undefined): Refused | undefined =>
  refusal && refuseBy(refusal)

/** Carries the call out with its effects, then checks the policy's invariants. */
function change<Id extends OperationId>(platform: Platform, valid: ValidCall<Id>): Result {
  const { compiled, world } = platform
  // Calls that take an idempotency key are those that change something.
  if (contract[valid.operation].idempotent !== true) return carryOut(platform, valid)
  const before = compiled.measure(world)
  platform.store.clock.tick()
  const result = carryOut(platform, valid)
  if (!result.ok) return result
  applyEffects(platform, valid.call, result)
  return refusedBy(compiled.violated(world, before, compiled.measure(world))) ?? result
}
