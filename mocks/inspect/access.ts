import type { Platform } from '../platform/platform.ts'
import { labelOf } from '../policy-diff/resources.ts'
import type { Way } from '../policy/index.ts'
import type { ProjectRecord, UserRecord } from '../policy/language/records.ts'
import { organizationPermitsOf, permissionsOf, roleIn } from '../policy/world/permits.ts'

/** All permissions of a person, and where each comes from. */
export interface EffectiveAccess {
  readonly user: { readonly id: string; readonly email: string; readonly name: string }
  /** What the person holds in the organization. */
  readonly organization: {
    readonly role?: string
    readonly grants: readonly string[]
    /** Those of the role, with the ticked grants. */
    readonly permissions: readonly string[]
  }
  readonly teams: readonly {
    readonly key: string
    readonly role: string
    readonly permissions: readonly string[]
  }[]
  /** The projects on which the person has a permission, or the one that was asked for. */
  readonly projects: readonly ProjectAccess[]
  /** How many projects were not looked at. */
  readonly more: number
}

/** The permissions of a person on a project. */
export interface ProjectAccess {
  readonly id: string
  readonly key: string
  readonly name: string
  /** Whether the person sees that it exists. */
  readonly sees: boolean
  /** Whether the permissions of all ways add up (`highest`), or one way must have all that a call needs (`each`). */
  readonly combine: 'each' | 'highest'
  readonly permissions: readonly string[]
  readonly ways: readonly AccessWay[]
}

/** A way in which a person gets permissions on a project. */
export interface AccessWay {
  /** Such as `entry`, `team_entry` (a share with a team), `organization_role`, `ownership`, `creation`, `everyone`. */
  readonly through: Way['through']
  readonly rule: string
  /** The entry that gives them: its id, whom it is for, and its roles by category. */
  readonly entry?: {
    readonly id: string
    readonly name: string
    readonly subject: 'user' | 'team' | 'email'
    readonly roles: Readonly<Record<string, string>>
    readonly rights: readonly string[]
  }
  readonly permissions: readonly string[]
}

/** The most projects that are looked at. */
const most = 200

/** The permissions of a person: in the organization, in teams, and on projects, each with its ways. */
export function accessOf(
  platform: Platform,
  person: UserRecord,
  only?: ProjectRecord,
): EffectiveAccess {
  const { world } = platform
  const { id, email, name, role, grants, teams } = person
  const all = only ? [only] : [...world.projects()]
  const projects = all.slice(0, most).map((project) => projectAccess(platform, person, project))
  return {
    user: { id, email, name },
    organization: {
      ...(role !== undefined && { role }),
      grants: Object.keys(grants),
      permissions: [...(organizationPermitsOf(world, person)?.always ?? [])],
    },
    teams: Object.entries(teams).map(([key, held]) => {
      const found = roleIn(world, person, key)
      return { key, role: held, permissions: found ? [...permissionsOf(found)] : [] }
    }),
    projects: only ? projects : projects.filter(({ permissions }) => permissions.length > 0),
    more: Math.max(0, all.length - most),
  }
}

function projectAccess(
  { compiled, world }: Platform,
  person: UserRecord,
  project: ProjectRecord,
): ProjectAccess {
  const ways = compiled.ways(world, person, project)
  const { id, key, name } = project
  return {
    id,
    key,
    name,
    sees: compiled.sees(world, person, { project }),
    combine: compiled.policy.sources.project.combine,
    permissions: [...new Set(ways.flatMap(({ permissions }) => permissions))],
    ways: ways.map(({ through, rule, entry, permissions }) => ({
      through,
      rule,
      ...(entry && {
        entry: {
          id: entry.id,
          name: labelOf('member', entry, world),
          subject: entry.subject.type,
          roles: entry.roles,
          rights: entry.rights,
        },
      }),
      permissions,
    })),
  }
}
