import { isOperation } from '../../policy/world/operations.ts'
import { keysThatHandOut } from '../../policy/index.ts'
import { namesIn } from '../../policy/call/names.ts'
import type { Policy } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { ruleOf } from '../../policy/language/rules.ts'
import { implies } from '../../policy/language/implies.ts'
import type { Finding } from '../problem.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { neededBy } from './bodies.ts'
import { caseListsIn } from './cases.ts'
import { follows } from './truth.ts'

/** The requirements that everybody meets about themselves, their membership and their own entry. */
const ofOneself: Requirement = {
  all: [
    { nothing: true },
    { self: 'user' },
    { self: 'member' },
    { member: 'organization' },
    { member: 'project' },
  ],
}

/** Keys of the body through which callers may give themselves more: as the named user, or as holders of the role. */
const gainsOf = (operation: string): readonly string[] => {
  if (!isOperation(operation)) return []
  const names = namesIn(operation)
  return names.has('user') || names.has('role') ? keysThatHandOut(operation) : []
}

/** Finds privilege escalation: changes by which anybody may give themselves more than they have. */
export const promotionProblems = (policy: Policy): readonly Finding[] => [
  ...promotionByKeys(policy),
  ...promotionByEffects(policy),
]

/** Effects that give the caller an organization role with more than everybody has, on calls that everybody may make. */
const promotionByEffects = (policy: Policy): readonly Finding[] =>
  policy.effects.flatMap(({ on, do: effect }, index): readonly Finding[] => {
    if (!('setRole' in effect) || effect.of !== 'actor') return []
    const shared = sharedBy(policy)
    const given = policy.roles.find(
      ({ scope, key }) => scope === 'organization' && key === effect.setRole,
    )?.permissions
    if (given === undefined || shared === '*') return []
    if (given !== '*' && given.every((permission) => shared.includes(permission))) return []
    const { changes } = policy
    const operation = on.find((name) => changes[name]?.always && isRestOpen(policy, name, ''))
    if (operation === undefined) return []
    return [
      {
        code: 'self_promotion',
        pointer: pointer('effects', index, 'do'),
        message: `Anybody may promote themselves: everybody may call ${operation}, which makes them ${effect.setRole}.`,
        fix: 'Require a permission that not everybody has, or give another role.',
      },
    ]
  })

const promotionByKeys = (policy: Policy): readonly Finding[] =>
  caseListsIn(policy).flatMap(({ operation, key, cases }) => {
    const names = gainsOf(operation)
    const stated = key ?? ''
    const isGain = key === undefined ? isWhole(policy, operation) : names.includes(stated)
    if (names.length === 0 || !isGain || !isRestOpen(policy, operation, stated)) return []
    return cases.flatMap(({ at, one: { when, ask } }): readonly Finding[] => {
      // Ending a membership gives nobody more.
      if (when && follows({ field: 'value', is: null }, when)) return []
      const rule = ruleOf(policy, ask)
      if (!rule || !isOpenToAll(policy, rule.require)) return []
      return [
        {
          code: 'self_promotion',
          pointer: at,
          message: `Anybody may promote themselves: everybody meets the rule of ${ask}.`,
          fix: 'Require a permission that not everybody has.',
        },
      ]
    })
  })

/** Whether the operation asks the same for all keys. */
const isWhole = ({ changes }: Policy, operation: string): boolean =>
  changes[operation]?.keys === undefined

const isNeeded = (policy: Policy, operation: string, key: string): boolean =>
  isOperation(operation) && neededBy(policy, operation).includes(key)

/** Whether everybody may do what a call asks besides the key. */
const isRestOpen = (policy: Policy, operation: string, stated: string): boolean =>
  caseListsIn(policy)
    .filter((list) => list.operation === operation && list.key !== stated)
    .filter(({ key }) => key === undefined || isNeeded(policy, operation, key))
    .every(({ cases }) =>
      cases.some(({ one: { ask } }) => {
        const rule = ruleOf(policy, ask)
        return rule !== undefined && isOpenToAll(policy, rule.require)
      }),
    )

/** The permissions that all organization roles share. */
const sharedBy = ({ roles }: Policy): readonly string[] | '*' =>
  roles
    .filter(({ scope }) => scope === 'organization')
    .map(({ permissions }) => permissions)
    .reduce<readonly string[] | '*'>(
      (all, some) =>
        some === '*' ? all : all === '*' ? some : all.filter((one) => some.includes(one)),
      '*',
    )

/** Whether everybody meets the requirement about themselves: by who they are, or since every role gives it. */
const isOpenToAll = (policy: Policy, requirement: Requirement): boolean => {
  const shared = sharedBy(policy)
  const count = policy.roles.filter(({ scope }) => scope === 'organization').length
  const held =
    shared === '*' || count < 2
      ? []
      : shared.map((permission): Requirement => ({ permission, in: 'organization' }))
  return implies({ all: [ofOneself, ...held] }, requirement)
}
