import type {
  AssignmentChange,
  Draft,
  Lacking,
  Missing,
  RemedyCall,
  Telling,
} from './assignment.ts'
import { callOfEntry, entryGroup, type OfEntry, ownEntry, withoutEntry } from './own-entry.ts'
import { type HeldRole, itOf, lacksPermission, RoleAssignment } from './role.ts'
import { onProject, type Where } from './where.ts'
import { categoryName } from '../language/visible-names.ts'
import { categoriesIn } from '../world/roles.ts'
import type { ProjectRecord, RoleRecord } from '../language/records.ts'
import type { RolePlace, World } from '../world/world.ts'

/** The role of a user's own entry on a project, in one category. */
export class EntryRole extends RoleAssignment {
  readonly key: string
  readonly team = undefined
  readonly project: ProjectRecord
  readonly category: string
  readonly rolePlace: RolePlace
  readonly stage = 'entry'
  protected override readonly preposition = 'on'

  constructor(of: OfEntry & { category: string; rolePlace?: RolePlace }) {
    super(of.user)
    this.project = of.project
    this.category = of.category
    // In a policy without project roles, `rolePlace` is a team's.
    this.rolePlace = of.rolePlace ?? { scope: 'project', category: of.category }
    this.key = `entry_role ${of.user.id} ${of.project.key} ${of.category}`
  }

  get callGroup(): string {
    return entryGroup(this.user, this.project)
  }

  protected get where(): Where {
    return onProject(this.project)
  }

  role(world: World): RoleRecord | undefined {
    const key = ownEntry(world, this.user, this.project)?.roles[this.category]
    return key === undefined ? undefined : world.role(key, this.rolePlace)
  }

  applyTo(draft: Draft, role: string | undefined): void {
    if (role === undefined) return
    draft.ownEntry(this.user, this.project, (now) => ({
      ...now,
      roles: { ...now.roles, [this.category]: role },
    }))
  }

  calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    return [callOfEntry(world, this.user, this.project, changes)]
  }

  /** An entry shows its own project alone. */
  mayShowProjects(): boolean {
    return false
  }

  have(world: World): Missing['have'] {
    return this.held(world)
  }

  protected membershipText(place: string): string {
    return `An entry on ${place} is needed.`
  }

  protected withoutMembership(_: HeldRole, telling: Telling): string {
    return withoutEntry(telling, this)
  }

  protected withoutPermission(found: HeldRole, telling: Telling, lacking: Lacking): string {
    if (found.role !== undefined) return lacksPermission(found, itOf(telling, lacking))
    const { policy, world } = telling
    if (!ownEntry(world, this.user, this.project)) return withoutEntry(telling, this)
    const { possessive } = found.person
    const kind = categoriesIn(policy).length > 1 ? ` in ${categoryName(policy, this.category)}` : ''
    return `${possessive} entry ${found.place} has no role${kind}.`
  }
}
