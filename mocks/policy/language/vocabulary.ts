import type { ProblemCode } from '../../../src/generated/models.ts'
import type { ResourceType } from './resource-types.ts'

/** What a further name of a type stands for: a type of resource, or artifacts of one kind. */
export type TypeMeaning = ResourceType | { artifact: string }

/** Whether the vendor documents it, or this project reads it out of an ambiguous text. */
export type Origin = 'documented' | 'reading'

export interface PermissionDefinition {
  /** A short name for people, as denials show it. Default: the description up to its first `.`, `;` or `:`. */
  name?: string
  description: string
  origin: Origin
  /** For a reading: what it is based on. */
  note?: string
}

export interface RoleDefinition {
  key: string
  name: string
  description?: string
  /** Where the role is held. */
  scope: 'organization' | 'team' | 'project'
  /** For a role of a project: its category. A member holds one role per category. Default `project`. */
  category?: string
  /** Permission keys, or `*` for all of them. */
  permissions: readonly string[] | '*'
  /** Permissions that a ticked grant adds to the role, by grant. */
  grants?: Record<string, readonly string[]>
  /** Permissions kept, after a grant is unticked, for artifacts made before that; by grant. */
  afterRevocation?: Record<string, readonly string[]>
  /** Whether a call can assign the role. Default true. */
  assignable?: boolean
  /** For a role that is not assignable: the refusal's rule and code, and a text that says what would be right. */
  unassignable?: { rule: string; code: ProblemCode; text: string }
  origin: Origin
}

export interface GrantDefinition {
  /** A short name for people, as denials show it. Default: the description up to its first `.`, `;` or `:`. */
  name?: string
  description: string
  /** Where the grant is ticked: on users of the organization, on entries of a project, or on both. */
  in: readonly ('organization' | 'project')[]
}

/** A kind of artifact, and the action (a key of `rules`) that each operation on it asks. An operation left out is not offered. */
export interface KindDefinition {
  description: string
  /** The action whose rule decides who sees an artifact of this kind. Default: the visibility of artifacts. */
  see?: string
  /** Keys of the body that are required to create one. */
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
  /** For a run that changes the artifact: attaches it to the project that the call names, or detaches it. */
  does?: 'attach' | 'detach'
}
