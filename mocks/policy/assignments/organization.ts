import type {
  AssignmentChange,
  Draft,
  Lacking,
  Missing,
  RemedyCall,
  Telling,
} from './assignment.ts'
import { Flag } from './flag.ts'
import { personOf } from './person.ts'
import { type HeldRole, hasNoRole, itOf, lacksPermission, RoleAssignment } from './role.ts'
import { updatesOf } from './update-user.ts'
import { theOrganization, type Where } from './where.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'
import { grantName, grantText } from '../language/visible-names.ts'
import { organizationRoleOf } from '../world/permits.ts'
import { inOrganization } from '../world/roles.ts'
import type { World } from '../world/world.ts'

/** The role that a user holds in the organization. */
export class OrganizationRole extends RoleAssignment {
  readonly key: string
  readonly team = undefined
  readonly rolePlace = inOrganization
  readonly stage = 'organization_role'
  readonly callGroup = undefined
  protected readonly where: Where = theOrganization

  constructor({ user }: { user: UserRecord }) {
    super(user)
    this.key = `organization_role ${user.id}`
  }

  role(world: World): RoleRecord | undefined {
    return organizationRoleOf(world, this.user)
  }

  applyTo(draft: Draft, role: string | undefined): void {
    if (role !== undefined) draft.user(this.user, (now) => ({ ...now, role }))
  }

  calls(_: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    return updatesOf(changes, this.user, (role) => ({ role }))
  }

  mayShowProjects(): boolean {
    return true
  }

  have(world: World): Missing['have'] {
    return this.held(world)
  }

  protected membershipText(place: string): string {
    return `A role in ${place} that gives access to it is needed.`
  }

  protected withoutMembership(found: HeldRole): string {
    const { person, place, role } = found
    return role ? `${person.possessive} role ${place}, ${role}, gives none.` : hasNoRole(found)
  }

  protected withoutPermission(found: HeldRole, telling: Telling, lacking: Lacking): string {
    return lacksPermission(found, itOf(telling, lacking))
  }
}

/** A grant that is ticked for a user in the organization. */
export class UserGrant extends Flag {
  readonly key: string
  readonly user: UserRecord
  readonly grant: string
  readonly stage = 'grant'
  readonly callGroup = undefined

  constructor({ user, grant }: { user: UserRecord; grant: string }) {
    super()
    this.user = user
    this.grant = grant
    this.key = `grant ${user.id} ${grant}`
  }

  isHeld(): boolean {
    return Object.hasOwn(this.user.grants, this.grant)
  }

  applyTo(draft: Draft): void {
    draft.user(this.user, (now) => ({ ...now, grants: { ...now.grants, [this.grant]: true } }))
  }

  calls(_: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    return updatesOf(changes, this.user, () => ({ grants: { [this.grant]: true } }))
  }

  mayShowProjects(): boolean {
    return true
  }

  requirement(world: World): Missing['requirement'] {
    return { kind: 'grant', grant: this.grant, in: theOrganization.resource(world) }
  }

  requiredText({ policy }: Telling): string {
    return `The grant ${grantText(policy, this.grant)} is needed.`
  }

  haveText({ policy, reader }: Telling): string {
    const { object } = personOf(this.user, reader.user)
    return `The grant ${grantName(policy, this.grant)} is not ticked for ${object}.`
  }
}
