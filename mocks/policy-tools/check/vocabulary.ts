import { nearest } from '../../nearest.ts'
import { fieldsOf } from '../../policy/condition.ts'
import type { Condition } from '../../policy/condition.ts'
import type { Policy } from '../../policy/policy.ts'
import { pointer } from '../pointer.ts'
import type { Finding, PolicyProblemCode } from '../problem.ts'
import { leavesIn } from './requirements.ts'

interface Named {
  readonly at: string
  readonly name: string
}

/** Names of permissions, grants, roles and categories that the policy does not define. */
export function vocabularyProblems(policy: Policy): readonly Finding[] {
  const roles = policy.roles.map(({ key }) => key)
  return [
    ...unknown('permission', permissionsNamed(policy), Object.keys(policy.permissions)),
    ...unknown('grant', grantsNamed(policy), Object.keys(policy.grants)),
    ...unknown('role', rolesNamed(policy), roles),
    ...unknown('category', categoriesNamed(policy), categoriesOf(policy)),
  ]
}

function unknown(
  what: 'permission' | 'grant' | 'role' | 'category',
  named: readonly Named[],
  known: readonly string[],
): readonly Finding[] {
  const code: PolicyProblemCode = `unknown_${what}`
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ at, name }) => {
      const [meant] = nearest(name, known, 1)
      return {
        code,
        pointer: at,
        message: `There is no ${what} "${name}".`,
        fix: meant === undefined ? otherwise(what, name, known) : `Did you mean "${meant}"?`,
      }
    })
}

const homes = { permission: 'permissions', grant: 'grants', role: 'roles', category: 'roles' }

const otherwise = (what: keyof typeof homes, name: string, known: readonly string[]): string =>
  known.length === 0 || what === 'permission'
    ? `Define "${name}" in /${homes[what]}, or take it out.`
    : `Name one of ${[...new Set(known)].join(', ')}, or define it in /${homes[what]}.`

const listed = (names: readonly string[], at: string): readonly Named[] =>
  names.map((name, index) => ({ at: at + pointer(index), name }))

const perGrant = (map: Readonly<Record<string, readonly string[]>> | undefined, at: string) =>
  Object.entries(map ?? {}).flatMap(([grant, names]) => listed(names, at + pointer(grant)))

function permissionsNamed(policy: Policy): readonly Named[] {
  return [
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

const grantsNamed = ({ roles }: Policy): readonly Named[] =>
  roles.flatMap(({ grants, afterRevocation }, index) => [
    ...Object.keys(grants ?? {}).map((name) => ({
      at: pointer('roles', index, 'grants', name),
      name,
    })),
    ...Object.keys(afterRevocation ?? {}).map((name) => ({
      at: pointer('roles', index, 'afterRevocation', name),
      name,
    })),
  ])

function rolesNamed({ settings, sources, invariants, effects }: Policy): readonly Named[] {
  return [
    ...(settings ? [{ at: pointer('settings', 'defaultRole'), name: settings.defaultRole }] : []),
    ...sources.project.from.flatMap((source, index) =>
      'roles' in source
        ? listed(source.roles, pointer('sources', 'project', 'from', index, 'roles'))
        : [],
    ),
    ...invariants.flatMap(({ count }, index) =>
      'role' in count
        ? [{ at: pointer('invariants', index, 'count', 'role'), name: count.role }]
        : [],
    ),
    ...effects.flatMap(({ do: done }, index) => {
      const at = pointer('effects', index, 'do')
      if ('setRole' in done) return [{ at: at + pointer('setRole'), name: done.setRole }]
      return 'joinTeam' in done && 'key' in done.role
        ? [{ at: at + pointer('role', 'key'), name: done.role.key }]
        : []
    }),
  ]
}

/** The categories of the roles of a project; one without is in `project`. */
const categoriesOf = ({ roles }: Policy): readonly string[] => [
  ...new Set(
    roles.flatMap(({ scope, category = 'project' }) => (scope === 'project' ? [category] : [])),
  ),
]

const category = /^(?:next|member|input)\.roles\.(?<category>[^.]+)$/

/** Conditions name a category in a field. */
function categoriesNamed(policy: Policy): readonly Named[] {
  const conditions: readonly { at: string; when: Condition | undefined }[] = [
    ...policy.guards.map(({ when }, index) => ({ at: pointer('guards', index, 'when'), when })),
    ...policy.effects.map(({ when }, index) => ({ at: pointer('effects', index, 'when'), when })),
    ...policy.sources.project.from.map(({ when }, index) => ({
      at: pointer('sources', 'project', 'from', index, 'when'),
      when,
    })),
  ]
  return conditions.flatMap(({ at, when }) =>
    (when ? fieldsOf(when) : []).flatMap((field) => {
      const name = category.exec(field)?.groups?.category
      return name === undefined ? [] : [{ at, name }]
    }),
  )
}
