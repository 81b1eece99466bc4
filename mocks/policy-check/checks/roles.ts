import { operationsOn } from '../../generated/contract.ts'
import type { Policy, RoleDefinition } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Finds duplicate and empty roles, categories outside projects, and custom roles without a scope. */
export function roleProblems(policy: Policy): readonly Finding[] {
  const { roles } = policy
  return [...madeNowhere(policy), ...builtIn(roles)]
}

/** Reports that roles can be created although the policy does not say where they are held. */
const madeNowhere = ({ changes, customRoles }: Policy): readonly Finding[] =>
  customRoles !== undefined || !Object.hasOwn(changes, operationsOn.role.create)
    ? []
    : [
        {
          code: 'wrong_scope',
          pointer: pointer('changes', operationsOn.role.create),
          message: `${operationsOn.role.create} is offered, but the policy does not say where custom roles are held.`,
          fix: `Add "customRoles": "team", or don’t offer ${operationsOn.role.create}.`,
        },
      ]

function builtIn(roles: Policy['roles']): readonly Finding[] {
  return roles.flatMap((role, index) => {
    const place = roles.filter((other) => scopeText(other) === scopeText(role))
    const isThere = roles.slice(0, index).some((other) => isSame(other, role))
    return [
      ...(isThere ? [duplicate(role, index)] : []),
      ...(isEmpty(role) && !isMeant(role, place) ? [empty(role, index)] : []),
      ...(role.category !== undefined && role.scope !== 'project' ? [misplaced(role, index)] : []),
    ]
  })
}

/** The place of a role, as a text to compare. */
const scopeText = ({ scope, category = 'project' }: RoleDefinition): string =>
  scope === 'project' ? `${scope} ${category}` : scope

const isSame = (one: RoleDefinition, other: RoleDefinition): boolean =>
  one.key === other.key && scopeText(one) === scopeText(other)

const isEmpty = ({ permissions, grants = {} }: RoleDefinition): boolean =>
  permissions.length === 0 && Object.values(grants).every((given) => given.length === 0)

/** An empty role is intended if its description says so, or if it is the only empty one of several in its place. */
const isMeant = ({ description }: RoleDefinition, place: readonly RoleDefinition[]): boolean =>
  description !== undefined || (place.length > 1 && place.filter(isEmpty).length === 1)

const empty = ({ key }: RoleDefinition, index: number): Finding => ({
  code: 'empty_role',
  pointer: pointer('roles', index, 'permissions'),
  message: `Role ${key} has no permissions.`,
  fix: 'List its permissions, or say in its description what it is for.',
})

const duplicate = ({ key }: RoleDefinition, index: number): Finding => ({
  code: 'duplicate_role',
  pointer: pointer('roles', index, 'key'),
  message: `There is another role ${key} in the same place.`,
  fix: 'Give one of them another key, or put all its permissions into one role.',
})

const misplaced = ({ key, scope }: RoleDefinition, index: number): Finding => ({
  code: 'unknown_category',
  pointer: pointer('roles', index, 'category'),
  message: `Role ${key} is held in ${scope === 'team' ? 'a team' : 'the organization'}, where there are no categories.`,
  fix: 'Remove the category, or make the scope "project".',
})
