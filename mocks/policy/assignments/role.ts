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
import type { RoleRecord, TeamRecord, UserRecord } from '../language/records.ts'
import { permissionName, permissionText } from '../language/visible-names.ts'
import { namesFor } from '../world/reader-words.ts'
import { series } from '../../shared/series.ts'
import type { RolePlace, World } from '../world/world.ts'

/** What a person has where something else is required. */
export interface HeldRole {
  person: PersonWords
  /** The role's place, in words. */
  place: string
  /** The role's name. */
  role: string | undefined
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

  /** The word before the place. */
  protected readonly preposition: 'in' | 'on' = 'in'

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

  requiredText(telling: Telling, { permissions, role, isHandedOut }: Lacking): string {
    const place = this.where.text(telling)
    const where = `${this.preposition} ${place}`
    if (role !== undefined) {
      const known = telling.world.role(role, this.rolePlace)
      const name = known ? namesFor(telling.policy, telling.reader).role(known) : role
      return `The role ${name} is needed ${where}.`
    }
    if (permissions.length === 0) return this.membershipText(place)
    const names = permissions.map((permission) => permissionText(telling.policy, permission))
    const [is, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them']
    const why = isHandedOut ? `, since the call hands ${them} out` : ''
    return `${series(atMost(names))} ${is} needed ${where}${why}.`
  }

  haveText(telling: Telling, lacking: Lacking): string {
    const person = personOf(this.user, telling.reader.user)
    const record = this.role(telling.world)
    const role = record && namesFor(telling.policy, telling.reader).role(record)
    const place = `${this.preposition} ${this.where.text(telling)}`
    if (lacking.role !== undefined) {
      return role
        ? `${person.possessive} role ${place} is ${role}.`
        : hasNoRole({ person, place, role })
    }
    return lacking.permissions.length === 0
      ? this.withoutMembership({ person, place, role }, telling)
      : this.withoutPermission({ person, place, role }, telling, lacking)
  }

  /** Whether the user is a member there, and with which role. */
  protected held(world: World): Missing['have'] {
    const role = this.role(world)
    return { member: role !== undefined, ...(role && { role: role.key }) }
  }

  /** Says that membership is required. */
  protected abstract membershipText(place: string): string

  /** Says that the person is not a member. */
  protected abstract withoutMembership(found: HeldRole, telling: Telling): string

  /** Says that the person lacks the permissions, with or without a role there. */
  protected abstract withoutPermission(found: HeldRole, telling: Telling, lacking: Lacking): string
}

/** The most permissions in one sentence. */
const most = 3

const atMost = (names: readonly string[]): readonly string[] => {
  const more = names.length - most
  return more > 0 ? [...names.slice(0, most), `${more} more`] : names
}

/** The permissions, after a sentence that names them: `it`, `them`, or the name of one of several. */
export const itOf = ({ policy, isOneOfSeveral }: Telling, { permissions }: Lacking): string => {
  if (!isOneOfSeveral) return permissions.length === 1 ? 'it' : 'them'
  return series(atMost(permissions.map((permission) => permissionName(policy, permission))))
}

export const hasNoRole = ({ person: { does }, place }: HeldRole): string =>
  `${does('have', 'has')} no role ${place}.`

export const lacksPermission = (found: HeldRole, it: string): string => {
  const { person, place, role } = found
  return role
    ? `${person.possessive} role ${place}, ${role}, does not include ${it}.`
    : hasNoRole(found)
}
