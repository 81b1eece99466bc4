import type { Policy } from '../../../mocks/policy/index.ts'
import type { GrantDefinition, RoleDefinition } from '../../../mocks/policy/language/policy.ts'
import { isProjectScope, leavesOf } from '../../../mocks/policy/language/requirement.ts'
import { type Mutant, replaced } from './mutant.ts'

const flipped = (permissions: readonly string[], permission: string): readonly string[] =>
  permissions.includes(permission)
    ? permissions.filter((one) => one !== permission)
    : [...permissions, permission]

/**
 * A role with one cell of its table flipped: a permission that it has, or that a grant adds or leaves.
 */
interface Flip {
  what: string
  role: RoleDefinition
  words: readonly string[]
}

/** Whether a rule requires the permission on projects, where the grants of an entry count. */
const isAskedOnProjects = ({ rules }: Policy, permission: string): boolean =>
  Object.values(rules).some(({ require }) =>
    leavesOf(require).some(
      (leaf) => 'permission' in leaf && leaf.permission === permission && isProjectScope(leaf.in),
    ),
  )

const listed = (policy: Policy, { permissions }: RoleDefinition): readonly string[] =>
  permissions === '*' ? Object.keys(policy.permissions) : permissions

const isFor = (grant: GrantDefinition, scope: RoleDefinition['scope']): boolean =>
  grant.in.some((place) => place === scope)

function* flipsOf(policy: Policy, role: RoleDefinition): Generator<Flip> {
  const { scope } = role
  const listing = { ...role, permissions: listed(policy, role) }
  const { assignable = true } = role
  yield { what: 'assignable', role: { ...listing, assignable: !assignable }, words: ['role'] }
  for (const permission of Object.keys(policy.permissions)) {
    const permissions = flipped(listing.permissions, permission)
    yield { what: permission, role: { ...listing, permissions }, words: [permission] }
    const isHeld = listing.permissions.includes(permission)
    for (const [grant, definition] of Object.entries(policy.grants)) {
      // A grant gives nothing to a role that cannot have it, and adds nothing to the role's own
      // permissions.
      if (role.grants === undefined || isHeld || !isFor(definition, scope)) continue
      if (scope === 'project' && !isAskedOnProjects(policy, permission)) continue
      // Entries do not remember earlier ticks.
      const sections =
        scope === 'project' ? ['grants' as const] : (['grants', 'afterRevocation'] as const)
      for (const section of sections) {
        const before = role[section] ?? {}
        const after = { ...before, [grant]: flipped(before[grant] ?? [], permission) }
        yield {
          what: `${section}.${grant}.${permission}`,
          role: { ...listing, [section]: after },
          words: [permission, grant],
        }
      }
    }
  }
}

/** Every cell of the roles' tables flipped. */
export function* mutantsOfRoles(policy: Policy): Generator<Mutant> {
  for (const [index, role] of policy.roles.entries()) {
    const { scope, category, key } = role
    const path = ['roles', scope, ...(category === undefined ? [] : [category]), key].join('/')
    for (const flip of flipsOf(policy, role)) {
      yield {
        id: `${path}: ${flip.what} flipped`,
        policy: { ...policy, roles: replaced(policy.roles, index, flip.role) },
        role: flip.role,
        words: [...flip.words, key],
      }
    }
  }
}
