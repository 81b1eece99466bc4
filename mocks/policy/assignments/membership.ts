import { operationsOn } from '../../generated/contract.ts'
import type { AssignmentChange, Draft, Missing, RemedyCall, Telling } from './assignment.ts'
import { Flag } from './flag.ts'
import { personOf, type PersonWords } from './person.ts'
import { onProject, theOrganization } from './where.ts'
import type { MemberRecord, ProjectRecord, UserRecord } from '../language/records.ts'
import { isActiveMember, pendingInvitation } from '../world/membership.ts'
import type { World } from '../world/world.ts'

/** Says that what invites the person is unanswered, and to the person what to do. */
const waiting = ({ possessive, object }: PersonWords, invitation: string): string =>
  object === 'you'
    ? `Your ${invitation} waits for your answer: accept or reject it.`
    : `${possessive} ${invitation} waits for an answer.`

/** A user's active membership. A remedy resumes it, or accepts the invitation to it. */
export class ActiveMembership extends Flag {
  readonly key: string
  readonly user: UserRecord
  readonly stage = 'membership'
  readonly callGroup = undefined

  constructor({ user }: { user: UserRecord }) {
    super()
    this.user = user
    this.key = `status ${user.id}`
  }

  isHeld(): boolean {
    return isActiveMember(this.user)
  }

  applyTo(draft: Draft): void {
    draft.user(this.user, (now) => ({ ...now, status: 'active', paused: false }))
  }

  calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    const { email, paused, status } = this.user
    const invitation = status === 'active' ? undefined : pendingInvitation(world, this.user)
    const calls: RemedyCall[] = []
    if (paused) {
      calls.push({ operation: operationsOn.user.update, args: [email, { paused: false }], changes })
    }
    if (invitation) {
      calls.push({ operation: operationsOn.invitation.accept, args: [invitation.id], changes })
    }
    return calls
  }

  mayShowProjects(): boolean {
    return true
  }

  requirement(world: World): Missing['requirement'] {
    return { kind: 'status', status: 'active', in: theOrganization.resource(world) }
  }

  override have(): Missing['have'] {
    return { status: this.user.paused ? 'paused' : 'pending' }
  }

  requiredText(): string {
    return 'An active membership is needed.'
  }

  haveText({ reader, world }: Telling): string {
    const person = personOf(this.user, reader.user)
    if (this.user.paused) return `${person.possessive} membership is paused.`
    return pendingInvitation(world, this.user)
      ? waiting(person, 'invitation')
      : `${person.possessive} membership is pending.`
  }
}

/** The acceptance of an entry for a user or their e-mail address. */
export class AcceptedEntry extends Flag {
  readonly key: string
  readonly user: UserRecord
  readonly project: ProjectRecord
  readonly entry: MemberRecord
  readonly stage = 'acceptance'
  readonly callGroup = undefined

  constructor(of: { user: UserRecord; project: ProjectRecord; entry: MemberRecord }) {
    super()
    this.user = of.user
    this.project = of.project
    this.entry = of.entry
    this.key = `entry_status ${of.entry.id}`
  }

  isHeld(world: World): boolean {
    return world.member(this.entry.id)?.status === 'accepted'
  }

  applyTo(draft: Draft): void {
    draft.entry(this.entry, (now) => ({ ...now, status: 'accepted' }))
    // Accepting an entry for an address makes its person a user.
    if (this.entry.subject.type !== 'email') return
    draft.user(this.user, (now) => ({ ...now, status: 'active' }))
  }

  calls(_: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    const args = [this.project.key, this.entry.id]
    return [{ operation: operationsOn.member.accept, args, changes, caller: this.user }]
  }

  /** An entry shows its own project alone. */
  mayShowProjects(): boolean {
    return false
  }

  requirement(world: World): Missing['requirement'] {
    return { kind: 'status', status: 'accepted', in: onProject(this.project).resource(world) }
  }

  override have(): Missing['have'] {
    return { status: this.entry.status }
  }

  requiredText(telling: Telling): string {
    return `An accepted entry is needed on ${onProject(this.project).text(telling)}.`
  }

  haveText(telling: Telling): string {
    const place = onProject(this.project).text(telling)
    return waiting(personOf(this.user, telling.reader.user), `entry on ${place}`)
  }
}
