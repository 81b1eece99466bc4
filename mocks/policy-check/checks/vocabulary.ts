import { suggestion } from '../../shared/nearest.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding, PolicyProblemCode } from '../problem.ts'
import { type PlacedName, partsInConditions, valuesInConditions } from './names-in-conditions.ts'
import { leavesIn } from '../../policy/language/placed.ts'

/** Finds names of permissions, grants, categories and kinds that the policy does not define. */
export function vocabularyProblems(policy: Policy): readonly Finding[] {
  return [
    ...unknown('permission', permissionsNamed(policy), Object.keys(policy.permissions)),
    ...unknown('grant', grantsNamed(policy), Object.keys(policy.grants)),
    ...unknown('category', categoriesNamed(policy), categoriesOf(policy)),
    ...unknown('kind', valuesInConditions(policy, 'kind'), Object.keys(policy.kinds)),
  ]
}

function unknown(
  what: keyof typeof homes,
  named: readonly PlacedName[],
  known: readonly string[],
): readonly Finding[] {
  const code: PolicyProblemCode = `unknown_${what}`
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ at, name }) => ({
      code,
      pointer: at,
      message: `There is no ${what} "${name}".`,
      fix: suggestion(name, known, otherwise(what, name, known)),
    }))
}

const homes = {
  permission: 'permissions',
  grant: 'grants',
  category: 'roles',
  kind: 'kinds',
} as const

const otherwise = (what: keyof typeof homes, name: string, known: readonly string[]): string =>
  known.length === 0 || what === 'permission'
    ? `Define "${name}" in /${homes[what]}, or remove it.`
    : `Name one of ${[...new Set(known)].join(', ')}, or define it in /${homes[what]}.`

const listed = (names: readonly string[], at: string): readonly PlacedName[] =>
  names.map((name, index) => ({ at: at + pointer(index), name }))

const perGrant = (map: Readonly<Record<string, readonly string[]>> | undefined, at: string) =>
  Object.entries(map ?? {}).flatMap(([grant, names]) => listed(names, at + pointer(grant)))

const categoriesNamed = (policy: Policy): readonly PlacedName[] => [
  ...partsInConditions(policy, 'roles'),
  ...valuesInConditions(policy, 'category'),
]

function permissionsNamed(policy: Policy): readonly PlacedName[] {
  return [
    ...valuesInConditions(policy, 'permission'),
    ...policy.roles.flatMap(({ permissions, grants, afterRevocation }, index) => [
      ...(permissions === '*' ? [] : listed(permissions, pointer('roles', index, 'permissions'))),
      ...perGrant(grants, pointer('roles', index, 'grants')),
      ...perGrant(afterRevocation, pointer('roles', index, 'afterRevocation')),
    ]),
    ...leavesIn(policy).flatMap(({ at, requirement }) =>
      'permission' in requirement
        ? [{ at: at + pointer('permission'), name: requirement.permission }]
        : [],
    ),
    ...Object.entries(policy.rights ?? {}).map(([right, name]) => ({
      at: pointer('rights', right),
      name,
    })),
    ...policy.invariants.flatMap(({ count }, index) =>
      'holding' in count
        ? [{ at: pointer('invariants', index, 'count', 'holding'), name: count.holding }]
        : [],
    ),
  ]
}

const grantsNamed = (policy: Policy): readonly PlacedName[] => [
  ...partsInConditions(policy, 'grants'),
  ...policy.roles.flatMap(({ grants, afterRevocation }, index) => [
    ...Object.keys(grants ?? {}).map((name) => ({
      at: pointer('roles', index, 'grants', name),
      name,
    })),
    ...Object.keys(afterRevocation ?? {}).map((name) => ({
      at: pointer('roles', index, 'afterRevocation', name),
      name,
    })),
  ]),
]

/** The categories of project roles. A role without one is in `project`. */
const categoriesOf = ({ roles }: Policy): readonly string[] => [
  ...new Set(roles.map(({ category = 'project' }) => category)),
]
