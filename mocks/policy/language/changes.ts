import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import type { Change, ChangeCase, MapChange, OperationChanges, Policy } from './policy.ts'
import { fieldsOf } from './condition.ts'
import { perPolicy } from './per-policy.ts'

export const isMapChange = (change: Change | MapChange): change is MapChange =>
  typeof change === 'object' && 'each' in change

/** The cases of a change, whichever way it is written. */
export const casesOf = (change: Change | MapChange): readonly ChangeCase[] => {
  if (typeof change === 'string') return [{ ask: change }]
  if (isMapChange(change)) return casesOf(change.change)
  return 'ask' in change ? [change] : change
}

/** Whether there is always a case that applies: one that has no condition. */
export const coversAll = (change: Change | MapChange): boolean =>
  casesOf(change).some(({ when }) => when === undefined)

/** Whether some call of the operation asks for nothing: it is denied. A body that is required states a key, but for a patch. */
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

/** The actions that a change may come to ask. */
export const actionsOf = (change: Change | MapChange): readonly string[] =>
  casesOf(change).map(({ ask }) => ask)

/** The facts by which the cases of an operation’s changes are told apart. */
export const fieldsOfCases = perPolicy(
  ({ always, keys = {} }: OperationChanges): readonly string[] =>
    [...(always ? [always] : []), ...Object.values(keys)]
      .flatMap(casesOf)
      .flatMap(({ when }) => (when ? fieldsOf(when) : [])),
)

/** Operations whose changes are told apart by facts about whoever calls, or about teams and roles, which a remedy may change. */
export const shiftingOperations = perPolicy(
  ({ changes }: Policy): ReadonlySet<string> =>
    new Set(
      Object.entries(changes).flatMap(([operation, asked]) =>
        fieldsOfCases(asked).some((field) => /^(team|role|actor)\./.test(field)) ? [operation] : [],
      ),
    ),
)
