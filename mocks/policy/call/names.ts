import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import { namedInBody } from './references.ts'
import { resourceNames, type Resources } from '../world/resources.ts'
import { actionsOf, isMapChange } from '../language/changes.ts'
import { kindActions } from '../language/kind-actions.ts'
import { perPolicy } from '../language/per-policy.ts'
import { memo } from '../../shared/memo.ts'
import { isOperation, pathParametersOf } from '../world/operations.ts'
import type { Change, MapChange, OperationChanges, Policy } from '../language/policy.ts'

/** Every resource that a call of the operation can name: in its path, in its body, or as related to one of those. */
export const resourcesNamedBy = (operation: OperationId): readonly (keyof Resources)[] => {
  const named = new Set<string>([...pathParametersOf(operation), ...namedInBody(operation)])
  if (named.has('artifact')) named.add('project')
  if (named.has('member')) named.add('user').add('team')
  return resourceNames.filter((name) => named.has(name))
}

/** The resources that can be named where a rule is asked. */
export type Names = ReadonlySet<keyof Resources>

const byOperation = memo((operation: OperationId) => {
  const call: Names = new Set(resourcesNamedBy(operation))
  const team: Names = call.has('team') ? call : new Set([...call, 'team'])
  return { call, team }
})

/** The resources that a call of the operation can name. An entry of a map of teams names its team too. */
export const namesIn = (operation: OperationId, each?: MapChange['each']): Names =>
  each === 'team' ? byOperation(operation).team : byOperation(operation).call

/** For a key that is asked entry by entry: the type of its entries. */
export const eachOf = (change: Change | MapChange): MapChange['each'] | undefined =>
  isMapChange(change) ? change.each : undefined

type AskedWith = readonly [action: string, names: Names]

const askedBy = (
  policy: Policy,
  operation: OperationId,
  changes: OperationChanges,
): readonly AskedWith[] => {
  const { always, keys = {}, nothing } = changes
  const ofKinds = kindActions(policy, changes).map(({ action }) => action)
  const ofCall = [...(always ? actionsOf(always) : []), ...ofKinds, nothing]
  return [
    ...ofCall.flatMap((action): AskedWith[] => (action ? [[action, namesIn(operation)]] : [])),
    ...Object.values(keys).flatMap((change) =>
      actionsOf(change).map((action): AskedWith => [action, namesIn(operation, eachOf(change))]),
    ),
  ]
}

const namesOfActions = perPolicy((policy: Policy): ReadonlyMap<string, Names> => {
  const found = new Map<string, Set<keyof Resources>>()
  for (const [operation, changes] of Object.entries(policy.changes)) {
    const asked = isOperation(operation) ? askedBy(policy, operation, changes) : []
    for (const [action, names] of asked) {
      found.set(action, new Set([...(found.get(action) ?? []), ...names]))
    }
  }
  // Visibility is asked about each artifact, without a call.
  for (const { see } of Object.values(policy.kinds)) if (see !== undefined) found.delete(see)
  return found
})

/** The resources that calls which ask for the action can name. Undefined if no call does: then all are. */
export const namesOf = (policy: Policy, action: string): Names | undefined =>
  namesOfActions(policy).get(action)

/** The resource that the operation creates. Effects read it as if the call had named it. */
export const madeBy = (operation: OperationId): keyof Resources | undefined =>
  resourceNames.find((name) => name === contract[operation].creates)

const created: ReadonlySet<string | undefined> = new Set(
  Object.values(contract).map(({ creates }) => creates),
)

/** Whether an operation creates such a resource. Effects read it in its state after the call. */
export const isMade = (name: keyof Resources): boolean => created.has(name)
