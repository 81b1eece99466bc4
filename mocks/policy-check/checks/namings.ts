import type { Policy } from '../../policy/language/policy.ts'
import {
  categoriesIn,
  inEntry,
  inOrganization,
  inTeam,
  type RolePlace,
} from '../../policy/world/roles.ts'

/** What the texts in a field name. */
export type Naming =
  | {
      readonly of: 'role'
      /** Where such a role can be held; empty for anywhere. */
      readonly places: readonly RolePlace[]
    }
  | {
      readonly of:
        | 'team'
        | 'project'
        | 'person'
        | 'permission'
        | 'kind'
        | 'category'
        | 'right'
        | 'tick'
    }

type NamingIn = (policy: Policy, part: string) => Naming

const roleIn =
  (...places: readonly RolePlace[]): NamingIn =>
  () => ({ of: 'role', places })

/** Stands for any part of a field, or any category. */
export const any = '*'

export const entryRole: NamingIn = (policy, category) => {
  const categories = category === any ? categoriesIn(policy) : [category]
  const places = categories.map((one) => inEntry(policy, one))
  return { of: 'role', places: places.length === 0 ? [inTeam] : places }
}

const a =
  (of: Exclude<Naming['of'], 'role'>): NamingIn =>
  () => ({ of })

const organizationRole = roleIn(inOrganization)
const teamRole = roleIn(inTeam)
const anyRole = roleIn()

/** The fields of resources and of the platform that hold names. */
const recorded: Readonly<Record<string, NamingIn>> = {
  'user.role': organizationRole,
  'actor.role': organizationRole,
  'invitation.role': organizationRole,
  'next.role': organizationRole,
  'user.teams.*': teamRole,
  'actor.teams.*': teamRole,
  'next.teams.*': teamRole,
  'user.roleInTeam': teamRole,
  'actor.roleInTeam': teamRole,
  'next.roleInTeam': teamRole,
  'team.defaultRole': teamRole,
  'member.roles.*': entryRole,
  'next.roles.*': entryRole,
  'settings.defaultRole': anyRole,
  'role.key': anyRole,
  'role.category': a('category'),
  'role.permissions': a('permission'),
  'user.grants.*': a('tick'),
  'actor.grants.*': a('tick'),
  'member.grants.*': a('tick'),
  'team.key': a('team'),
  'project.team': a('team'),
  'destination.team': a('team'),
  'settings.defaultTeam': a('team'),
  'settings.admins': a('person'),
  'artifact.kind': a('kind'),
  'member.rights': a('right'),
}

/** What the field of a resource or of the platform names, where it names anything. */
export const namingOfRecorded = (
  policy: Policy,
  root: string,
  path: readonly string[],
): Naming | undefined => {
  const field = [root, ...path].join('.')
  const ofParts = [root, ...path.slice(0, -1), any].join('.')
  return (recorded[field] ?? recorded[ofParts])?.(policy, path.at(-1) ?? '')
}
