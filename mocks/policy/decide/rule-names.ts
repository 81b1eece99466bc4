import { contract } from '../../generated/contract.ts'
import { actionsOf } from '../language/changes.ts'
import { kindActions } from '../language/kind-actions.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { OperationChanges, Policy } from '../language/policy.ts'
import { memo } from '../../shared/memo.ts'
import { isOperation } from '../world/operations.ts'
import type { ResourceType } from '../world/resources.ts'
import { isAbout } from './about.ts'

/** The actions that calls of the operation ask, about a resource of that kind if there is one. */
const asked = (policy: Policy, changes: OperationChanges, kind?: string): readonly string[] => {
  const { always, keys = {}, nothing } = changes
  const ofKinds = kindActions(policy, changes).filter(
    (one) => kind === undefined || one.kind === kind,
  )
  return [
    ...(always ? actionsOf(always) : []),
    ...Object.values(keys).flatMap(actionsOf),
    ...[nothing, ...ofKinds.map(({ action }) => action)].flatMap((action) => action ?? []),
  ]
}

/** The rules that say who may ask: they are about no resource. */
const ofQuestions = (operation: string): boolean =>
  isOperation(operation) && contract[operation].enforcementPoint === true

/** The actions that the calls about such a resource ask, and who learns of it. */
const askedAbout = (policy: Policy, type: ResourceType, kind?: string): readonly string[] => [
  ...Object.entries(policy.changes).flatMap(([operation, changes]) =>
    isOperation(operation) && !ofQuestions(operation) && isAbout(operation, type)
      ? asked(policy, changes, kind)
      : [],
  ),
  ...[kind && policy.kinds[kind]?.see].flatMap((see) => see ?? []),
]

/** Every action that calls or visibility ask. */
const askedByAny = (policy: Policy): ReadonlySet<string> =>
  new Set([
    ...Object.values(policy.changes).flatMap((changes) => asked(policy, changes)),
    ...Object.values(policy.kinds).flatMap(({ see }) => see ?? []),
  ])

/** Rules that are named otherwise than a permission or an operation, which have a name of their own. */
const ownNames = ({ rules, permissions }: Policy): readonly string[] =>
  Object.keys(rules).filter((name) => !isOperation(name) && !Object.hasOwn(permissions, name))

/**
 * The rules of other names than those of permissions and operations that a question about such a resource
 * may ask: those that the calls about it ask, and those that no call asks, which are there for questions.
 */
export const ruleNamesAbout = perPolicy((policy: Policy) => {
  const names = ownNames(policy)
  const any = askedByAny(policy)
  return memo((type: ResourceType) =>
    memo((kind: string | undefined): readonly string[] => {
      const about = new Set(askedAbout(policy, type, kind))
      return names.filter((name) => about.has(name) || !any.has(name))
    }),
  )
})
