import { type OperationId, operations } from '../../src/generated/operations.ts'
import { askedActionsIn } from '../policy-check/checks/asked-actions.ts'
import { describe, describeOperation } from '../policy/index.ts'
import type { Policy } from '../policy/language/policy.ts'
import { isOperation } from '../policy/world/operations.ts'
import type { Asking } from './stated-rule.ts'

/** The operations that the policy offers, in the API's order. */
export const offeredBy = ({ changes }: Policy): readonly OperationId[] =>
  Object.keys(operations).flatMap((id) =>
    isOperation(id) && Object.hasOwn(changes, id) ? [id] : [],
  )

/** The calls that ask each rule, by its id, and the actions that only a question asks. */
export function asksByRule(policy: Policy): ReadonlyMap<string, readonly Asking[]> {
  const found = new Map<string, Map<string, Asking>>()
  const add = (rule: string, asking: Asking) => {
    const known = found.get(rule) ?? new Map<string, Asking>()
    found.set(rule, known)
    const key = `${asking.call} ${asking.needs}`
    const { parts = [] } = known.get(key) ?? {}
    known.set(key, { ...asking, parts: [...new Set([...parts, ...asking.parts])] })
  }
  for (const call of offeredBy(policy)) {
    for (const { rule, part, text, origin } of describeOperation(policy, call) ?? []) {
      add(rule, { call, parts: part === undefined ? [] : [part], needs: text, origin })
    }
  }
  const asked = new Set(askedActionsIn(policy).map(({ action }) => action))
  for (const [action, { id, require, origin }] of Object.entries(policy.rules)) {
    if (asked.has(action)) continue
    add(id, { call: action, parts: [], needs: describe(policy, require, { action }), origin })
  }
  return new Map([...found].map(([rule, asks]) => [rule, [...asks.values()]]))
}
