import type { Effect } from './effect.ts'
import type { Guard } from './guard.ts'
import type { Invariant } from './invariant.ts'
import type { OperationChanges } from './operation-changes.ts'
import type { NamedType } from './resource-types.ts'
import type { Reading, Rule } from './rule.ts'
import type { RulebookEntry } from './rulebook.ts'
import type { Sources } from './sources.ts'
import type {
  GrantDefinition,
  KindDefinition,
  PermissionDefinition,
  RoleDefinition,
  TypeMeaning,
} from './vocabulary.ts'

export type * from './effect.ts'
export type * from './guard.ts'
export type * from './invariant.ts'
export type * from './operation-changes.ts'
export type * from './rule.ts'
export type * from './rulebook.ts'
export type * from './sources.ts'
export type * from './vocabulary.ts'

/**
 * A platform's policy as data: who may do what, and why. JSON-serialisable, so that users can write
 * their own.
 */
export interface Policy {
  name: string
  title: string
  description: string
  /** The documentation that the rules are taken from. */
  source: string
  /** The platform's own words, such as `use case` for project, and the names of its categories of project roles. */
  nouns: { team: string; project: string; categories?: Record<string, string> }
  /**
   * Further names of resource types in AuthZEN questions, which are answered in the same words:
   * `{ record: 'project', todo: { artifact: 'todo' } }` names projects, and artifacts of the kind `todo`.
   */
  types?: Record<string, TypeMeaning>
  permissions: Record<string, PermissionDefinition>
  roles: readonly RoleDefinition[]
  /** The scope in which custom roles are held. Left out if the platform offers no custom roles. */
  customRoles?: 'team'
  /** Teams that every deployment has. */
  teams: readonly { key: string; name: string }[]
  grants: Record<string, GrantDefinition>
  kinds: Record<string, KindDefinition>
  /**
   * The rule of `hardened` mode, which prevents privilege escalation: a caller must hold, in the
   * scope, every permission that the call hands out. A call hands out permissions through a role, a
   * grant, an entry, a team that has entries, an ownership, a default, an effect, or a project that it
   * opens. `wider` names a scope that counts for every narrower one.
   */
  hardened?: { rule: string; text: string; wider?: 'organization' | { team: string } }
  /** Default settings of a deployment. */
  settings?: { defaultRole: string; defaultTeam?: string }
  /** How this project reads what the documentation leaves open. */
  readings: readonly Reading[]
  /** The rules by id, each in a sentence and with the vendor's own words, for decisions and pages. */
  rulebook?: Readonly<Record<string, RulebookEntry>>
  /** Where permissions on a project come from, and how several sources combine. */
  sources: Sources
  /** The changes that a call consists of, by operation. An operation left out is not offered. */
  changes: Record<string, OperationChanges>
  /** What it takes to see a resource, by its type. Everybody sees resources of a type left out. */
  visibility: Partial<Record<NamedType, Rule>>
  /** Permissions that an entry's rights give, by right. */
  rights?: Partial<Record<'upload' | 'download', string>>
  /** What each action requires, by action. Only rules have remedies. */
  rules: Record<string, Rule>
  /** Calls that the rules allow and the current state forbids. */
  guards: readonly Guard[]
  /** Counts that no call may push out of bounds. */
  invariants: readonly Invariant[]
  /** Further changes that an operation brings about. */
  effects: readonly Effect[]
}
