import { fieldPath } from '../call/field-path.ts'
import { resourceNames } from '../world/resources.ts'
import { actionsOf, fieldsOfCases } from '../language/changes.ts'
import type { OperationChanges, Policy } from '../language/policy.ts'
import { leavesOf, speaksOfUser } from '../language/requirement.ts'
import { ruleOf } from '../language/rules.ts'

type ResourceName = (typeof resourceNames)[number]

const rootsOf = (changes: OperationChanges): ReadonlySet<string> =>
  new Set(
    fieldsOfCases(changes).flatMap((field) => {
      const { root, roots } = fieldPath(field)
      return root === 'next' ? ['user', 'member', ...roots] : roots
    }),
  )

/** Whether a rule that the operation can ask reads the user whom the call names. */
const rulesReadUser = (policy: Policy, { always, keys = {} }: OperationChanges): boolean =>
  [...(always ? [always] : []), ...Object.values(keys)].flatMap(actionsOf).some((action) => {
    const rule = ruleOf(policy, action)
    return rule !== undefined && leavesOf(rule.require).some(speaksOfUser)
  })

const byChanges = new WeakMap<OperationChanges, readonly ResourceName[]>()

/** The resources whose state decides which rules a call asks, or whether it is allowed. */
export const decisiveResources = (policy: Policy, operation: string): readonly ResourceName[] => {
  const changes = policy.changes[operation]
  if (!changes) return []
  const known = byChanges.get(changes)
  if (known) return known
  const roots = rootsOf(changes)
  const found = resourceNames.filter(
    (name) => roots.has(name) || (name === 'user' && rulesReadUser(policy, changes)),
  )
  byChanges.set(changes, found)
  return found
}
