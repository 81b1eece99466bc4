import type { MemberRecord, RoleRecord, UserRecord } from '../language/records.ts'
import { knowsTeam, mayDiscloseRole } from '../sight/disclosure.ts'
import { isActiveMember } from '../world/membership.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { Reader } from '../world/reader.ts'

/** What the reader may learn of the gains of one user. */
export class DisclosedGains {
  readonly #context: PolicyContext
  readonly #reader: Reader
  /** Ids of the places that the remedy's calls name. */
  readonly #named: ReadonlySet<string>
  readonly #isOwn: boolean

  constructor(
    context: PolicyContext,
    reader: Reader,
    { user, named }: { readonly user: UserRecord; readonly named: ReadonlySet<string> },
  ) {
    this.#context = context
    this.#reader = reader
    this.#named = named
    // Active members know what their own roles allow.
    this.#isOwn = user.id === reader.user.id && isActiveMember(reader.user)
  }

  /** Whether they may learn what the roles allow. */
  roles(...roles: readonly (RoleRecord | undefined)[]): boolean {
    return (
      this.#isOwn ||
      roles.every((role) => role === undefined || mayDiscloseRole(this.#reader, role))
    )
  }

  /** Whether they may learn of the team of that key. */
  team(key: string): boolean {
    const { judge, world } = this.#context
    const team = world.team(key)
    return team !== undefined && (this.#named.has(team.id) || knowsTeam(judge, this.#reader, team))
  }

  /** Whether they may learn of the project. */
  project(record: { readonly id: string }): boolean {
    return this.#named.has(record.id) || this.#reader.sees('project', record)
  }

  /** Whether they may learn of the entry. */
  entry(record: MemberRecord): boolean {
    return this.#reader.sees('member', record)
  }
}
