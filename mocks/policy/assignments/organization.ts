import type { AssignmentChange, Draft, Missing, RemedyCall, Telling } from './assignment.ts'
import { Flag } from './flag.ts'
import { personOf } from './person.ts'
import { type HeldRole, hasNoRole, lacksPermission, RoleAssignment } from './role.ts'
import { updatesOf } from './update-user.ts'
import { theOrganization, type Where } from './where.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'
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
    return `A role in ${place} that reaches it.`
  }

  protected withoutMembership(found: HeldRole): string {
    const { person, place, role } = found
    return role ? `${person.possessive} role in ${place}, ${role.key}, does not.` : hasNoRole(found)
  }

  protected withoutPermission(found: HeldRole): string {
    return lacksPermission(found)
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

  requiredText(): string {
    return `The grant ${this.grant}.`
  }

  haveText({ asker }: Telling): string {
    return `It is not ticked for ${personOf(this.user, asker).object}.`
  }
}
