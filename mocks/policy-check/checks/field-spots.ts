import type { OperationId } from '../../../src/generated/operations.ts'
import { isOperation } from '../../policy/world/operations.ts'
import { actionsOf } from '../../policy/language/changes.ts'
import { kindActions } from '../../policy/language/kind-actions.ts'
import { eachOf } from '../../policy/call/names.ts'
import type { MapChange, Policy } from '../../policy/language/policy.ts'
import {
  type Spot,
  type Spots,
  spotOfCall,
  spotOfEvent,
  spotOfKey,
  spotOfNothing,
  spotOfQuestion,
} from './spot.ts'

/** The spots of a guard on the action: wherever a call asks it. */
export function spotsOfAction(policy: Policy, action: string): readonly Spot[] {
  const where = (operation: string) => `a guard on ${action}, which ${operation} asks for`
  return Object.entries(policy.changes).flatMap(([operation, changes]) => {
    if (!isOperation(operation)) return []
    const { always, nothing, keys = {} } = changes
    const ofKinds = kindActions(policy, changes).map((one) => one.action)
    const asked = [...(always ? actionsOf(always) : []), ...ofKinds]
    const whole = asked.includes(action) ? [spotOfCall(where(operation), operation)] : []
    const changed = Object.entries(keys).flatMap(([key, change]) =>
      actionsOf(change).includes(action)
        ? [spotOfKey(where(`${operation} (${key})`), operation, key, eachOf(change))]
        : [],
    )
    const unchanged = nothing === action ? [spotOfNothing(where(operation), operation)] : []
    return [...whole, ...changed, ...unchanged]
  })
}

/** The spots of a guard, per name that it is on. */
export function spotsOfGuard(policy: Policy, on: readonly string[]): Spots {
  return on.map((name) => {
    const calls = isOperation(name) ? [spotOfCall(`a guard on ${name}`, name)] : []
    const asked = [...calls, ...spotsOfAction(policy, name)]
    return asked.length > 0 ? asked : [spotOfQuestion(`a guard on ${name}`, name)]
  })
}

const isEvent = (name: string): name is OperationId | 'sign_up' =>
  name === 'sign_up' || isOperation(name)

/** The spots of an effect, per event that it is on. */
export const spotsOfEffect = (on: readonly string[]): Spots =>
  on.filter(isEvent).map((name) => [spotOfEvent(`an effect of ${name}`, name)])

/** The spot of cases: of the whole call, or of one key. */
export const spotOfCases = (operation: OperationId, key?: string, each?: MapChange['each']): Spot =>
  key === undefined
    ? spotOfCall(`a case of ${operation}`, operation)
    : spotOfKey(`a case of ${operation} (${key})`, operation, key, each)
