import type { OperationId } from '../../src/generated/operations.ts'
import { actionsOf } from './changes.ts'
import { describe } from './describe.ts'
import type { Policy, Rule } from './policy.ts'

/** One line on who may call an operation. */
export interface OperationDescription {
  /** What part of the call it is about, such as `teams (add)`; undefined for the whole call. */
  part?: string
  /** The rule's id. */
  rule: string
  /** What it needs, in words. */
  text: string
  origin: Rule['origin']
}

const kindActions = (
  policy: Policy,
  verb: 'create' | 'get' | 'update' | 'delete' | 'move' | 'run',
) =>
  Object.entries(policy.kinds).flatMap(([kind, definition]) => {
    if (verb === 'run') {
      return Object.entries(definition.run ?? {}).map(([run, { ask }]) => ({
        part: `${kind}: ${run}`,
        action: ask,
      }))
    }
    const action = definition[verb]
    return action === undefined ? [] : [{ part: kind, action }]
  })

/** Who may call the operation, part by part; undefined where the policy does not offer it. */
export const describeOperation = (
  policy: Policy,
  operation: OperationId,
): readonly OperationDescription[] | undefined => {
  const changes = policy.changes[operation]
  if (!changes) return undefined
  const keyed = Object.entries(changes.keys ?? {}).flatMap(([key, change]) => {
    const actions = actionsOf(change)
    return actions.map((action) => {
      const suffix = actions.length > 1 ? ` (${action.split('.').at(-1)})` : ''
      return { part: `${key}${suffix}`, action }
    })
  })
  const always = changes.always ? actionsOf(changes.always).map((action) => ({ action })) : []
  const ofKind = changes.ofKind ? kindActions(policy, changes.ofKind) : []
  return [...always, ...keyed, ...ofKind].flatMap(({ action, ...part }) => {
    const rule = policy.rules[action]
    if (!rule) return []
    const text = describe(policy, rule.require, {}, operation)
    return [{ ...part, rule: rule.id, text, origin: rule.origin }]
  })
}
