import { pointerSteps } from '../../shared/json-pointer.ts'
import { actionsOf, casesOf } from '../language/changes.ts'
import type { Condition } from '../language/condition.ts'
import { implies } from '../language/implies.ts'
import { kindActions } from '../language/kind-actions.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { Placed } from '../language/placed.ts'
import type { Change, MapChange, Policy } from '../language/policy.ts'
import type { Leaf, Requirement } from '../language/requirement.ts'
import { isOperation, pathParametersOf } from '../world/operations.ts'
import { type Possible, possibleOf } from './possible.ts'

/** A change that a policy asks an action for, in an operation. */
interface Asking {
  readonly operation: string
  /** Left out for the action of a kind. */
  readonly change?: Change | MapChange
}

/** Every change that asks the action, by action. */
const askings = perPolicy((policy: Policy): ReadonlyMap<string, readonly Asking[]> => {
  const all = Object.entries(policy.changes).flatMap(([operation, changes]) => {
    const { always, keys = {}, nothing } = changes
    const stated = [...(always ? [always] : []), ...Object.values(keys)]
    return [
      ...[...stated, ...(nothing === undefined ? [] : [nothing])].flatMap((change) =>
        actionsOf(change).map((action) => ({ action, asking: { operation, change } })),
      ),
      ...kindActions(policy, changes).flatMap(({ action }) =>
        action === undefined ? [] : [{ action, asking: { operation } }],
      ),
    ]
  })
  const byAction = Map.groupBy(all, ({ action }) => action)
  return new Map([...byAction].map(([action, items]) => [action, items.map((one) => one.asking)]))
})

/** What a caller meets who sees the resource that the operation's path names. */
const sightOf = ({ visibility, kinds }: Policy, operation: string): Requirement | undefined => {
  const named: readonly string[] = isOperation(operation) ? pathParametersOf(operation) : []
  if (named.includes('artifact')) {
    const isOfKind = Object.values(kinds).some(({ see }) => see !== undefined)
    return isOfKind ? undefined : visibility.artifact?.require
  }
  if (named.includes('member') && visibility.member) return visibility.member.require
  return named.includes('project') ? visibility.project?.require : undefined
}

/** Whether the caller has passed the leaf when the action is asked: it takes as much to see the resource. */
const isMetBySight = (policy: Policy, leaf: Leaf, { operation }: Asking): boolean => {
  const sight = sightOf(policy, operation)
  return sight !== undefined && implies(sight, leaf)
}

/** Whether a condition says that the user is in the team; undefined if it does not tell. */
const saysInTeam = (condition: Condition | undefined): boolean | undefined => {
  if (condition === undefined) return undefined
  if ('all' in condition) {
    return condition.all.map(saysInTeam).find((known) => known !== undefined)
  }
  const tells = 'field' in condition && condition.field === 'user.inTeam'
  return tells && typeof condition.is === 'boolean' ? condition.is : undefined
}

/** Whether the user is in the team in every case of the change that asks the action. */
const inTeamWhere = (action: string, { change }: Asking): boolean | undefined => {
  if (change === undefined) return undefined
  const cases = casesOf(change)
  const known = cases.flatMap(({ ask, when }, index) => {
    if (ask !== action) return []
    const earlier = cases.slice(0, index).map((one) => one.when)
    const ruledOut = earlier.find((one) => one && 'field' in one && saysInTeam(one) !== undefined)
    const opposite = saysInTeam(ruledOut)
    return [saysInTeam(when) ?? (opposite === undefined ? undefined : !opposite)]
  })
  return known.every((one) => one === known[0]) ? known[0] : undefined
}

/**
 * Whether calls can meet the leaf, and whether they can fail it: the sight of a resource, or the case of
 * a change, may settle it before its rule is asked. Conservative: may find possible what is not.
 */
export const possibleOfLeaf = (policy: Policy, { at, requirement }: Placed<Leaf>): Possible => {
  const possible = possibleOf(requirement)
  const [section, action = ''] = pointerSteps(at)
  const asked = section === 'rules' ? (askings(policy).get(action) ?? []) : []
  if (asked.length === 0) return possible
  if (asked.every((one) => isMetBySight(policy, requirement, one))) {
    return { allowed: true, denied: false }
  }
  if (!('member' in requirement) || requirement.member !== 'team' || requirement.who !== 'user') {
    return possible
  }
  const known = asked.map((one) => inTeamWhere(action, one))
  const [first] = known
  return first === undefined || known.some((one) => one !== first)
    ? possible
    : { allowed: first, denied: !first }
}
