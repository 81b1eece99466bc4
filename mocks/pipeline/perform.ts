import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { carryOut } from '../operations/index.ts'
import type { Circumstances, ValidCall } from '../operations/work.ts'
import type { Reply } from '../platform/reply.ts'
import type { Call } from '../policy/call/call.ts'
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
import { validateInput } from '../message/validate.ts'

/** A call that the policy denies, without the reasons: finding those takes several rehearsals. */
export interface Denied extends Refused {
  readonly denied: Call
}

/** How a call went: an answer to be made into JSON, or why it is refused. */
export type Result = Reply | Refused | Denied

/** A request whose body is valid, with what it names looked up. */
export interface Named<Id extends OperationId> extends ValidCall<Id> {
  readonly ok: true
  readonly request: CallRequest<Id>
  /** Whether all that it names is there, and its actor sees it. */
  readonly sight: 'seen' | 'missing' | 'hidden'
}

/** Checks the body of a request that is admitted, and looks up what it names. */
export function lookUp<Id extends OperationId>(
  { compiled, world }: Platform,
  request: CallRequest<Id>,
): Named<Id> | Refused {
  const { actor, operation, args } = request
  const valid = validateInput(operation, inputOf(request))
  if (!valid.ok) return valid
  const call = compiled.bind(world, actor, operation, args)
  const sees = () => isEnforcementPoint(actor) || compiled.sees(world, actor, call.resources)
  const sight = call.missing.length > 0 ? 'missing' : sees() ? 'seen' : 'hidden'
  return { ok: true, request, operation, call, input: valid.input, sight }
}

/**
 * Runs a call through everything that may refuse it, in the API's order, and then carries it out.
 * It changes the store: run it in a transaction that is kept only when the result is `ok`.
 */
export function perform<Id extends OperationId>(
  platform: Platform,
  named: Named<Id>,
  circumstances: Circumstances,
): Result {
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
    teamsNamedTwice(platform, call) ??
    unassignableRoles(platform, call) ??
    missingDefaultRoles(platform, call) ??
    refusedBy(compiled.guard(world, call, 422)) ??
    checkTarget(platform, call, request.ifMatch) ??
    refusedBy(compiled.guard(world, call)) ??
    change(platform, named, circumstances)
  )
}

/** The whole way of a request that is only tried: run it in a transaction that is never kept. */
export function attempt(platform: Platform, request: CallRequest<OperationId>): Result {
  const refused = admit(platform, request)
  if (refused !== undefined) return refused
  const named = lookUp(platform, request)
  return named.ok ? perform(platform, named, {}) : named
}

// Names no rule: finding it is part of the explanation.
const deniedCall = (call: Call): Denied => ({
  ...refuse(403, 'permission_denied', 'The policy denies it.', { rule: '' }),
  denied: call,
})

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
function change<Id extends OperationId>(
  platform: Platform,
  valid: ValidCall<Id>,
  circumstances: Circumstances,
): Result {
  const { compiled, world } = platform
  // What may be repeated under one key is what changes something.
  if (contract[valid.operation].idempotent !== true) return carryOut(platform, valid, circumstances)
  const before = compiled.measure(world)
  platform.store.tick()
  const result = carryOut(platform, valid, circumstances)
  if (!result.ok) return result
  applyEffects(platform, valid.call, result)
  return refusedBy(compiled.violated(world, before, compiled.measure(world))) ?? result
}
