import { isMapChange } from '../../policy/language/changes.ts'
import type { Change, MapChange, Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'

/** An action that is asked, and the place. */
export interface AskedAction {
  readonly at: string
  readonly action: string
}

/** Every action that an operation or an artifact kind asks. */
export const askedActionsIn = (policy: Policy): readonly AskedAction[] => [
  ...Object.entries(policy.changes).flatMap(([operation, { always, keys = {}, nothing }]) => {
    const at = pointer('changes', operation)
    return [
      ...(always ? askedBy(always, at + pointer('always')) : []),
      ...Object.entries(keys).flatMap(([key, change]) =>
        askedBy(change, at + pointer('keys', key)),
      ),
      ...(nothing === undefined ? [] : [{ at: at + pointer('nothing'), action: nothing }]),
    ]
  }),
  ...Object.entries(policy.kinds).flatMap(([kind, definition]) => {
    const at = pointer('kinds', kind)
    const verbs = ['see', 'create', 'get', 'update', 'delete', 'move'] as const
    return [
      ...verbs.flatMap((verb) => {
        const action = definition[verb]
        return action === undefined ? [] : [{ at: at + pointer(verb), action }]
      }),
      ...Object.entries(definition.run ?? {}).map(([run, { ask }]) => ({
        at: at + pointer('run', run, 'ask'),
        action: ask,
      })),
    ]
  }),
]

function askedBy(change: Change | MapChange, at: string): readonly AskedAction[] {
  if (typeof change === 'string') return [{ at, action: change }]
  if (isMapChange(change)) return askedBy(change.change, at + pointer('change'))
  if ('ask' in change) return [{ at: at + pointer('ask'), action: change.ask }]
  return change.map(({ ask }, index) => ({ at: at + pointer(index, 'ask'), action: ask }))
}
