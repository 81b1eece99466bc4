import type { AssignmentChange, Draft, Missing, RemedyCall, Telling } from './assignment.ts'
import { Flag } from './flag.ts'
import { callOfEntry, entryGroup, type OfEntry, ownEntry, withoutEntry } from './own-entry.ts'
import { personOf } from './person.ts'
import { onProject } from './where.ts'
import { grantName, grantText } from '../language/visible-names.ts'
import type { ProjectRecord, UserRecord } from '../language/records.ts'
import type { World } from '../world/world.ts'

/** A part of a user's own entry on a project that is set or not. */
abstract class EntryFlag extends Flag {
  readonly user: UserRecord
  readonly project: ProjectRecord
  readonly stage = 'entry'

  constructor({ user, project }: OfEntry) {
    super()
    this.user = user
    this.project = project
  }

  get callGroup(): string {
    return entryGroup(this.user, this.project)
  }

  calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    return [callOfEntry(world, this.user, this.project, changes)]
  }

  /** An entry shows its own project alone. */
  mayShowProjects(): boolean {
    return false
  }
}

/** A right of a user's own entry on a project. */
export class EntryRight extends EntryFlag {
  readonly key: string
  readonly right: 'upload' | 'download'

  constructor(of: OfEntry & { right: 'upload' | 'download' }) {
    super(of)
    this.right = of.right
    this.key = `entry_right ${of.user.id} ${of.project.key} ${of.right}`
  }

  isHeld(world: World): boolean {
    return ownEntry(world, this.user, this.project)?.rights.includes(this.right) === true
  }

  applyTo(draft: Draft): void {
    draft.ownEntry(this.user, this.project, (now) => ({
      ...now,
      rights: [...now.rights, this.right],
    }))
  }

  requirement(world: World): Missing['requirement'] {
    return { kind: 'right', right: this.right, in: onProject(this.project).resource(world) }
  }

  requiredText(telling: Telling): string {
    return `The right to ${this.right} is needed on ${onProject(this.project).text(telling)}.`
  }

  haveText(telling: Telling): string {
    const entry = ownEntry(telling.world, this.user, this.project)
    if (!entry) return withoutEntry(telling, this)
    const { possessive } = personOf(this.user, telling.reader.user)
    const place = onProject(this.project).text(telling)
    return `${possessive} entry on ${place} does not have the right to ${this.right}.`
  }
}

/** A grant that is ticked in a user's own entry on a project. */
export class EntryGrant extends EntryFlag {
  readonly key: string
  readonly grant: string

  constructor(of: OfEntry & { grant: string }) {
    super(of)
    this.grant = of.grant
    this.key = `entry_grant ${of.user.id} ${of.project.key} ${of.grant}`
  }

  isHeld(world: World): boolean {
    return Object.hasOwn(ownEntry(world, this.user, this.project)?.grants ?? {}, this.grant)
  }

  applyTo(draft: Draft): void {
    draft.ownEntry(this.user, this.project, (now) => ({
      ...now,
      grants: { ...now.grants, [this.grant]: true },
    }))
  }

  requirement(world: World): Missing['requirement'] {
    return { kind: 'grant', grant: this.grant, in: onProject(this.project).resource(world) }
  }

  requiredText(telling: Telling): string {
    const place = onProject(this.project).text(telling)
    return `The grant ${grantText(telling.policy, this.grant)} is needed on ${place}.`
  }

  haveText(telling: Telling): string {
    const { object } = personOf(this.user, telling.reader.user)
    const place = onProject(this.project).text(telling)
    return `The grant ${grantName(telling.policy, this.grant)} is not ticked for ${object} on ${place}.`
  }
}
