import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import type { Change, ChangeCase, MapChange, OperationChanges, Policy } from './policy.ts'
import { fieldsOf } from './condition.ts'
import { perPolicy } from './per-policy.ts'

export const isMapChange = (change: Change | MapChange): change is MapChange =>
  typeof change === 'object' && 'each' in change

/** The cases of a change, in any of its notations. */
export const casesOf = (change: Change | MapChange): readonly ChangeCase[] => {
  if (typeof change === 'string') return [{ ask: change }]
  if (isMapChange(change)) return casesOf(change.change)
  return 'ask' in change ? [change] : change
}

/** Whether some case always applies, since it has no condition. */
export const coversAll = (change: Change | MapChange): boolean =>
  casesOf(change).some(({ when }) => when === undefined)

/**
 * Whether the operation has calls that ask for nothing, which are denied. A required body states at
 * least one key, unless it is a patch.
 */
export const mayAskNothing = (
  operation: OperationId,
  { always, keys = {}, nothing, ofKind }: OperationChanges,
): boolean => {
  const { bodyRequired, readOnly, keys: known = [] } = contract[operation]
  const hasKind =
    operations[operation].parameters.includes('artifact') ||
    (bodyRequired === true && known.includes('kind'))
  if (always || (ofKind && hasKind) || nothing !== undefined) return false
  return Object.keys(keys).length === 0 || !bodyRequired || readOnly !== undefined
}

/** Every action that the change can ask. */
export const actionsOf = (change: Change | MapChange): readonly string[] =>
  casesOf(change).map(({ ask }) => ask)

/** The fields that decide which cases of the operation’s changes apply. */
export const fieldsOfCases = perPolicy(
  ({ always, keys = {} }: OperationChanges): readonly string[] =>
    [...(always ? [always] : []), ...Object.values(keys)]
      .flatMap(casesOf)
      .flatMap(({ when }) => (when ? fieldsOf(when) : [])),
)

/** Operations whose cases depend on the caller, a team or a role: a remedy may change which case applies. */
export const shiftingOperations = perPolicy(
  ({ changes }: Policy): ReadonlySet<string> =>
    new Set(
      Object.entries(changes).flatMap(([operation, asked]) =>
        fieldsOfCases(asked).some((field) => /^(team|role|actor)\./.test(field)) ? [operation] : [],
      ),
    ),
)
