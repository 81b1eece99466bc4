import type {
  AssignmentChange,
  Draft,
  Lacking,
  Missing,
  RemedyCall,
  Telling,
} from './assignment.ts'
import { type HeldRole, itOf, lacksPermission, RoleAssignment } from './role.ts'
import { updatesOf } from './update-user.ts'
import { inTeamOf, type Where } from './where.ts'
import { series } from '../../shared/series.ts'
import type { RoleRecord, TeamRecord, UserRecord } from '../language/records.ts'
import { namesFor } from '../world/reader-words.ts'
import { holdsIn, roleIn } from '../world/permits.ts'
import { inTeam } from '../world/roles.ts'
import type { World } from '../world/world.ts'

/** The names of the teams with these keys. */
const namesOf = ({ policy, reader, world }: Telling, keys: readonly string[]): readonly string[] =>
  keys.map((key) => {
    const team = world.team(key)
    return team ? namesFor(policy, reader).team(team) : key
  })

/** The role that a user holds in a team. */
export class TeamRole extends RoleAssignment {
  readonly key: string
  readonly team: TeamRecord
  readonly rolePlace = inTeam
  readonly stage = 'team_role'
  readonly callGroup = undefined

  constructor({ user, team }: { user: UserRecord; team: TeamRecord }) {
    super(user)
    this.team = team
    this.key = `team_role ${user.id} ${team.key}`
  }

  protected get where(): Where {
    return inTeamOf(this.team)
  }

  role(world: World): RoleRecord | undefined {
    return roleIn(world, this.user, this.team.key)
  }

  applyTo(draft: Draft, role: string | undefined): void {
    if (role === undefined) return
    draft.user(this.user, (now) => ({ ...now, teams: { ...now.teams, [this.team.key]: role } }))
  }

  calls(_: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    return updatesOf(changes, this.user, (role) => ({ teams: { [this.team.key]: role } }))
  }

  /** In a policy that shows projects by membership, another role in the same team reveals none. */
  mayShowProjects(byPermission: boolean): boolean {
    return byPermission || !Object.hasOwn(this.user.teams, this.team.key)
  }

  have(world: World, lacking: Lacking): Missing['have'] {
    const [permission] = lacking.permissions
    return {
      ...this.held(world),
      ...(permission !== undefined && { heldIn: this.teamsWith(world, permission) }),
    }
  }

  protected membershipText(place: string): string {
    return `Membership of ${place} is needed.`
  }

  protected withoutMembership({ person }: HeldRole, telling: Telling): string {
    return `${person.does('are', 'is')} not a member of ${this.where.text(telling)}.`
  }

  protected withoutPermission(found: HeldRole, telling: Telling, lacking: Lacking): string {
    const { does } = found.person
    const { team } = telling.policy.nouns
    const it = itOf(telling, lacking)
    const [permission = ''] = lacking.permissions
    const elsewhere =
      lacking.permissions.length === 1 ? this.teamsWith(telling.world, permission) : []
    if (elsewhere.length > 0) {
      const teams = elsewhere.length === 1 ? team : `${team}s`
      return `${does('hold', 'holds')} ${it} only in ${teams} ${series(namesOf(telling, elsewhere))}.`
    }
    if (lacking.isInAnyTeam) return `${does('hold', 'holds')} ${it} in no ${team}.`
    return found.role ? lacksPermission(found, it) : this.withoutMembership(found, telling)
  }

  private teamsWith(world: World, permission: string): string[] {
    return Object.keys(this.user.teams).filter((team) =>
      holdsIn(world, this.user, team, permission),
    )
  }
}
