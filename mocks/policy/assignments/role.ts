import type {
  Assignment,
  AssignmentChange,
  Draft,
  Lacking,
  Missing,
  RemedyCall,
  Stage,
  Telling,
} from './assignment.ts'
import { type Person, personOf } from './person.ts'
import type { Where } from './where.ts'
import type { Policy } from '../language/policy.ts'
import type { RoleRecord, TeamRecord, UserRecord } from '../language/records.ts'
import { series } from '../../shared/series.ts'
import type { RolePlace, World } from '../world/world.ts'

/** What there is where something else is required. */
export interface Found {
  person: Person
  /** Where the role is held. */
  place: string
  role: RoleRecord | undefined
}

/** A role that somebody holds somewhere, or none. */
export abstract class RoleAssignment implements Assignment {
  abstract readonly key: string
  abstract readonly team: TeamRecord | undefined
  abstract readonly rolePlace: RolePlace
  abstract readonly stage: Stage
  abstract readonly callGroup: string | undefined
  readonly user: UserRecord

  constructor(user: UserRecord) {
    this.user = user
  }

  protected abstract readonly where: Where

  abstract role(world: World): RoleRecord | undefined

  abstract applyTo(draft: Draft, role: string | undefined): void

  abstract calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[]

  abstract mayShowProjects(byPermission: boolean): boolean

  abstract have(world: World, lacking: Lacking): Missing['have']

  isHeld(world: World, fits?: (role: RoleRecord) => boolean): boolean {
    const role = this.role(world)
    return role !== undefined && fits?.(role) === true
  }

  requirement(world: World, { permissions, role, isHandedOut }: Lacking): Missing['requirement'] {
    const { id, email } = this.user
    const where = this.where.resource(world)
    const [permission] = permissions
    if (role !== undefined) return { kind: 'role', role, in: where, user: { id, email } }
    if (permission === undefined) return { kind: 'member', in: where, user: { id, email } }
    return isHandedOut || permissions.length > 1
      ? { kind: 'covers', in: where, permissions: [...permissions] }
      : { kind: 'permission', permission, in: where }
  }

  requiredText(policy: Policy, { permissions, role }: Lacking): string {
    const place = this.where.text(policy)
    if (role !== undefined) return `Role ${role} in ${place}.`
    return permissions.length === 0
      ? this.membershipText(place)
      : this.permissionsText(series(permissions), place)
  }

  haveText(telling: Telling, { permissions, role: required }: Lacking): string {
    const person = personOf(this.user, telling.asker)
    const role = this.role(telling.world)
    if (required !== undefined) {
      return role
        ? `${person.possessive} role is ${role.key}.`
        : `${person.does('have', 'has')} no role.`
    }
    const place = this.where.text(telling.policy)
    const [permission] = permissions
    return permission === undefined
      ? this.withoutMembership({ person, place, role })
      : this.withoutPermission({ person, place, role }, permission, telling)
  }

  /** Whether somebody is a member there, with which role. */
  protected held(world: World): Missing['have'] {
    const role = this.role(world)
    return { member: role !== undefined, ...(role && { role: role.key }) }
  }

  /** Being a member there is required. */
  protected abstract membershipText(place: string): string

  /** The permissions are required there. */
  protected permissionsText(permissions: string, place: string): string {
    return `${permissions} held in ${place}.`
  }

  /** The person is no member there. */
  protected abstract withoutMembership(found: Found): string

  /** The person, with or without a role there, lacks the permission. */
  protected abstract withoutPermission(found: Found, permission: string, telling: Telling): string
}

export const isNoMember = ({ person: { does }, place }: Found): string =>
  `${does('are', 'is')} not a member of ${place}.`

export const hasNoRole = ({ person: { does }, place }: Found): string =>
  `${does('have', 'has')} no role in ${place}.`

export const lacksPermission = (found: Found): string => {
  const { person, place, role } = found
  return role ? `${person.possessive} role in ${place}, ${role.key}, lacks it.` : hasNoRole(found)
}
