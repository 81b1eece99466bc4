import type { ProblemCode } from '../../../src/generated/models.ts'
import type { Condition } from './condition.ts'
import type { Field } from './fields.ts'
import type { Requirement } from './requirement.ts'
import type { NamedType } from './resource-types.ts'

/** Whether the vendor documents it, or it is this project's own reading. */
export type Origin = 'documented' | 'reading'

export interface PermissionDefinition {
  description: string
  origin: Origin
  /** Where the reading comes from, when it is one. */
  note?: string
}

export interface RoleDefinition {
  key: string
  name: string
  description?: string
  /** Where the role is held. */
  scope: 'organization' | 'team' | 'project'
  /** One of several independent role categories of a project. */
  category?: string
  /** Permission keys, or `*` for all of them. */
  permissions: readonly string[] | '*'
  /** Permissions that a ticked grant adds for whoever holds the role, by the grant. */
  grants?: Record<string, readonly string[]>
  /** Permissions that stay for artifacts made before the grant was unticked, by the grant. */
  afterRevocation?: Record<string, readonly string[]>
  /** Whether a call may hand the role out. Default true. */
  assignable?: boolean
  /** Why it may not be, where it may not: the rule, the problem's code and what would be right. */
  unassignable?: { rule: string; code: ProblemCode; text: string }
  origin: Origin
}

export interface GrantDefinition {
  description: string
  /** Where it is ticked: for a member of the organization, for an entry of a project, or for both. */
  in: readonly ('organization' | 'project')[]
}

/** A kind of artifact, and the action (a key of `rules`) that each operation on it asks. An operation left out is not offered. */
export interface KindDefinition {
  description: string
  /** The action that says who sees that one exists. Default: the visibility of artifacts. */
  see?: string
  /** Keys of the body that creating one needs. */
  required?: readonly string[]
  create?: string
  get?: string
  update?: string
  delete?: string
  move?: string
  /** Named actions for `artifacts.run`. */
  run?: Record<string, RunDefinition>
}

export interface RunDefinition {
  /** The action asked. */
  ask: string
  description: string
  /** What the run does to the artifact beside being recorded: attach it to the project named in the call, or detach it. */
  does?: 'attach' | 'detach'
}

/** A rule: what one action needs. Several actions may belong to one rule id. */
export interface Rule {
  /** Such as `AD-04`. */
  id: string
  require: Requirement
  /** What the rule says, in one sentence. */
  text: string
  origin: Origin
}

/** An action to ask, in the first case whose condition holds. What no case covers is denied to everybody. */
export interface ChangeCase {
  when?: Condition
  /** The action, a key of `rules`. */
  ask: string
}

export type Change = string | ChangeCase | readonly ChangeCase[]

/** One change per entry of a map in the body, such as `teams: { support: 'reviewer' }`. */
export interface MapChange {
  each: 'team' | 'category' | 'item'
  change: Change
}

/** How a call breaks down into changes. All of them must be allowed. */
export interface OperationChanges {
  /** Asked whatever the body says. */
  always?: Change
  /** Asked for each key that the body states, equal to the present value or not. A key left out here is not offered. */
  keys?: Record<string, Change | MapChange>
  /** Asked when an update states no key at all. */
  nothing?: string
  /** The artifact kind's own action for this: `create`, `get` … */
  ofKind?: 'create' | 'get' | 'update' | 'delete' | 'move' | 'run'
  /** Keys of the body that this policy needs though the API leaves them optional. */
  required?: readonly string[]
}

/**
 * A way by which someone's permissions on a project come about.
 *
 * - `team_entry`: an entry for a team gives the role that the person holds in that team, capped by
 *   the entry's roles unless it is an owner's.
 * - `entry`: an accepted entry for the person, their e-mail address or a team of theirs gives its own
 *   roles.
 * - `organization_role`: the role held in the organization gives what it contains. It opens projects
 *   if it has a permission that counts on them: one of a project's role or right, or one that a rule
 *   asks for on a project; where the policy has none of these, any.
 * - `ownership`, `creation`: owning or having made the project gives fixed roles, of the category
 *   `project`, or of every one that has a role of that key where that one has not.
 * - `everyone`: every active member has fixed roles.
 */
export type ProjectSource = { rule: string; when?: Condition } & (
  | { through: 'team_entry'; capped: boolean }
  | { through: 'entry' }
  | { through: 'organization_role' }
  | { through: 'ownership' | 'creation' | 'everyone'; roles: readonly string[] }
)

export interface Sources {
  project: {
    /** `each`: every path is judged alone, and one must do all that is needed. `highest`: all together, the most of each. */
    combine: 'each' | 'highest'
    from: readonly ProjectSource[]
  }
}

/**
 * What is refused to whoever makes a call that the rules allow: by what its target is now, by what it
 * states, or by who makes it. No remedy is told for it.
 */
export interface Guard {
  rule: string
  /**
   * Operations, or single changes by their action. On an action, it is asked of each change that asks
   * for it, and sees what that one states as `value`.
   */
  on: readonly string[]
  when: Condition
  status: 409 | 410 | 422
  code: ProblemCode
  /**
   * What is wrong and what would be right. `{role.key}` and the like are filled in; what is not there
   * reads `unknown`.
   */
  text: string
}

/** What an invariant counts. */
export type Counted =
  /** Active people who hold the permission there: service accounts don’t count. */
  | { holding: string; in: 'organization' | { team: string } }
  /** Users with the organization role, by its key. */
  | { role: string }
  /** Active users and those who are invited. */
  | { every: 'user' }
  | { every: 'project' }

/** A bound on a number of things; judged when a call makes it worse. */
export interface Invariant {
  rule: string
  count: Counted
  atLeast?: number
  /** A number, or the plan's number of seats; a plan without one has no bound. */
  atMost?: number | { field: 'organization.plan.seats' }
  status: 409
  code: ProblemCode
  /** What is wrong and what would be right. `{organization.plan.seats}` and the like are filled in. */
  text: string
}

/** Something that an effect takes from a field, or that is given. */
export type Value = { field: Field } | { key: string }

/** What else a change does. */
export interface Effect {
  rule: string
  /** Operations, or `sign_up` for the first sign-in of an unknown person. */
  on: readonly string[]
  when?: Condition
  do:
    /** Puts the user that the call names, or the one who calls, into the team. `of` is `user` by default. */
    | { joinTeam: Value; role: Value; of?: 'user' | 'actor' }
    | { addEntry: { team: { field: Field } }; isOwner: boolean }
    /** Gives the user that the call names, or the one who calls, the organization role. */
    | { setRole: string; of: 'user' | 'actor' }
    /** Makes the one who calls the owner of the project. */
    | { setOwner: 'actor' }
    /** Unticks every grant of the user or of the entry, as if none had ever been ticked. */
    | { clearGrants: 'user' | 'member' }
    /** Removes every entry of the project, or every own entry of the user, but the one that the call answers. */
    | { removeEntries: 'project' | 'user' }
    /** Revokes every token but the one that the call made. */
    | { revokeTokens: 'others' }
}

export interface Reading {
  rule: string
  text: string
}

/**
 * A platform's policy as data: who may do what, and why. JSON-serialisable, so that users can write
 * their own.
 */
export interface Policy {
  name: string
  title: string
  description: string
  /** The text that the rules were taken from. */
  source: string
  /** The platform's own words for ours, such as `use case` for project. */
  nouns: { team: string; project: string }
  permissions: Record<string, PermissionDefinition>
  roles: readonly RoleDefinition[]
  /** The scope in which custom roles are held, where the platform offers them. */
  customRoles?: 'team'
  /** Teams that every deployment has. */
  teams: readonly { key: string; name: string }[]
  grants: Record<string, GrantDefinition>
  kinds: Record<string, KindDefinition>
  /**
   * What the rule of `hardened` mode is called here, and which scope then counts for every narrower
   * one. It asks of whoever hands out a permission to hold it there, by whichever way it is handed
   * out: a role, a box, an entry, a team that has entries, an ownership, a default, an effect, a
   * project that a change opens.
   */
  hardened?: { rule: string; text: string; wider?: 'organization' | { team: string } }
  /** Deployment settings when none are given. */
  settings?: { defaultRole: string; defaultTeam?: string }
  readings: readonly Reading[]
  sources: Sources
  changes: Record<string, OperationChanges>
  visibility: Partial<Record<NamedType, Rule>>
  /** Permissions that an entry's rights give, by the right. */
  rights?: Partial<Record<'upload' | 'download', string>>
  rules: Record<string, Rule>
  guards: readonly Guard[]
  invariants: readonly Invariant[]
  effects: readonly Effect[]
}
