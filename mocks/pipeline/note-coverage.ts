import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import type { Trace } from '../log/trace.ts'
import type { Answer } from '../message/message.ts'
import type { Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import type { BoundCall, Result } from './perform.ts'

const nothing = () => {}

/**
 * Notes for the coverage which rules a call asks, before it changes anything. Pass the result to the
 * returned function: it notes the guards and invariants. Rehearsals of an explanation are not noted.
 */
export function noteCall(
  { coverage, compiled, world }: Platform,
  { call, sight }: BoundCall<OperationId>,
): (result: Result) => void {
  if (coverage === undefined || sight === 'missing' || isEnforcementPoint(call.actor)) {
    return nothing
  }
  const weighing = compiled.weigh(world, call)
  coverage.addWeighing(compiled, weighing)
  const { invariants } = compiled.policy
  const isChange = invariants.length > 0 && contract[call.operation].idempotent === true
  const before = isChange ? compiled.measure(world) : []
  return (result) => {
    if (!result.ok) {
      if (isByState(result)) coverage.addRule(compiled, result.rule, false)
      return
    }
    for (const guard of weighing.guards) coverage.addRule(compiled, guard, true)
    if (!isChange) return
    // An invariant lets a call pass that takes of its room.
    for (const [index, room] of compiled.measure(world).entries()) {
      const { rule } = invariants[index] ?? {}
      if (rule !== undefined && room < (before[index] ?? room)) {
        coverage.addRule(compiled, rule, true)
      }
    }
  }
}

/** Whether a guard or an invariant refuses the call, and not the API. */
export const isByState = ({ rule, status }: Pick<Refused, 'rule' | 'status'>): boolean =>
  rule !== 'API' && status !== 403 && status !== 404

/** Notes for the coverage whether a call succeeded or the policy denied it. */
export function noteOperation(
  { coverage, compiled }: Platform,
  operation: OperationId,
  outcome: Answer | Refused,
  { actor, replayed }: Trace,
): void {
  // Nothing decides about a replay, nor about an enforcement point.
  if (coverage === undefined || replayed || actor === undefined || isEnforcementPoint(actor)) return
  if ('body' in outcome) coverage.addOperation(compiled, operation, true)
  else if (isDenial(outcome)) coverage.addOperation(compiled, operation, false)
}

const isDenial = ({ status, rule, hiddenReason }: Refused): boolean =>
  status === 403
    ? rule !== 'API'
    : status === 404 && hiddenReason !== undefined && hiddenReason !== 'missing'
