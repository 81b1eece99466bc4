import type { OperationId } from '../../../src/generated/operations.ts'
import { actionsOf } from '../language/changes.ts'
import { describe } from './requirement.ts'
import { kindActions } from '../language/kind-actions.ts'
import type { Policy, Rule } from '../language/policy.ts'

/** A part of an operation, and who may call it. */
export interface OperationDescription {
  /** The part of the call, such as `teams (add)`; left out for the whole call. */
  part?: string
  /** The rule's id. */
  rule: string
  /** What the part needs, in words. */
  text: string
  origin: Rule['origin']
}

/** Describes who may call the operation, part by part; undefined if the policy does not offer it. */
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
  const ofKind = kindActions(policy, changes).flatMap(({ kind, run, action }) =>
    action === undefined ? [] : [{ part: run === undefined ? kind : `${kind}: ${run}`, action }],
  )
  return [...always, ...keyed, ...ofKind].flatMap(({ action, ...part }) => {
    const rule = policy.rules[action]
    if (!rule) return []
    const text = describe(policy, rule.require, { action: operation })
    return [{ ...part, rule: rule.id, text, origin: rule.origin }]
  })
}
