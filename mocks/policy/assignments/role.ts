import type {
  Assignment,
  AssignmentChange,
  Draft,
  Lacking,
  Missing,
  RemedyCall,
  AssignmentStage,
  Telling,
} from './assignment.ts'
import { type PersonWords, personOf } from './person.ts'
import type { Where } from './where.ts'
import type { Policy } from '../language/policy.ts'
import type { RoleRecord, TeamRecord, UserRecord } from '../language/records.ts'
import { series } from '../../shared/series.ts'
import type { RolePlace, World } from '../world/world.ts'

/** What a person has where something else is required. */
export interface HeldRole {
  person: PersonWords
  /** The role's place, in words. */
  place: string
  role: RoleRecord | undefined
}

/** The role of a user in one place, or the lack of one. */
export abstract class RoleAssignment implements Assignment {
  abstract readonly key: string
  abstract readonly team: TeamRecord | undefined
  abstract readonly rolePlace: RolePlace
  abstract readonly stage: AssignmentStage
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

  /** Whether the user is a member there, and with which role. */
  protected held(world: World): Missing['have'] {
    const role = this.role(world)
    return { member: role !== undefined, ...(role && { role: role.key }) }
  }

  /** Says that membership is required. */
  protected abstract membershipText(place: string): string

  /** Says that the permissions are required. */
  protected permissionsText(permissions: string, place: string): string {
    return `${permissions} held in ${place}.`
  }

  /** Says that the person is not a member. */
  protected abstract withoutMembership(found: HeldRole): string

  /** Says that the person lacks the permission, with or without a role there. */
  protected abstract withoutPermission(
    found: HeldRole,
    permission: string,
    telling: Telling,
  ): string
}

export const isNoMember = ({ person: { does }, place }: HeldRole): string =>
  `${does('are', 'is')} not a member of ${place}.`

export const hasNoRole = ({ person: { does }, place }: HeldRole): string =>
  `${does('have', 'has')} no role in ${place}.`

export const lacksPermission = (found: HeldRole): string => {
  const { person, place, role } = found
  return role ? `${person.possessive} role in ${place}, ${role.key}, lacks it.` : hasNoRole(found)
}
