/**
 * Where a permission or a membership must be held.
 *
 * - `organization`: in the organization role.
 * - `team`, `project`, `destination`: in the resource of that name that the call is about.
 * - `attached_project`: in any project that the artifact belongs to or is attached to.
 * - `any_team`: in any team that the person is in.
 * - `{ team: key }`: in the team with this key.
 */
export type Scope =
  | 'organization'
  | 'team'
  | 'any_team'
  | 'project'
  | 'attached_project'
  | 'destination'
  | { team: string }

/** Scopes that a person reaches through a path: a team, an entry or a share. */
export type ProjectScope = 'project' | 'attached_project' | 'destination'

/** Holds a permission in a scope. */
export interface PermissionRequirement {
  permission: string
  in: Scope
}

/** Is a member of the scope: has a role in the organization or team, or a path into the project. */
export interface MemberRequirement {
  member: Scope
  /** Whose membership: the caller's, or that of the user whom the call names. Default `actor`. */
  who?: 'actor' | 'user'
}

/** Is the person whom the call is about: the named user, or the subject of the entry or invitation. */
export interface SelfRequirement {
  self: 'user' | 'member' | 'invitation'
}

/** Created the resource; `project_contents`: created the project and everything in it. */
export interface CreatorRequirement {
  creator: 'project' | 'artifact' | 'project_contents'
}

/** The organization's plan includes the feature. */
export interface FeatureRequirement {
  feature: string
}

/** Acts through an owner's path to the project, not through a capped share. */
export interface OwnerPathRequirement {
  path: 'owner'
}

/** Holds, in the scope, every permission that the call hands out. */
export interface CoversRequirement {
  covers: 'handed_out'
  in: Scope
}

/** A value that a property can be compared with. */
export type PropertyValue = string | number | boolean

/**
 * Compares a property of the subject, the resource or the action: `{ property: 'resource.status', is: 'active' }`.
 *
 * - An authorization question may state properties. One that it does not state, or that does not count, is
 *   read from the person or thing, as the scenario has it; an action has none of its own. A call of the API
 *   reads those alone.
 * - `resource` is the artifact that is asked about, else the project, the user or the team.
 * - `is` with several values is met by one of them, and a list by one of its items.
 */
export interface PropertyRequirement {
  property: `${'subject' | 'resource' | 'action'}.${string}`
  is: PropertyValue | readonly PropertyValue[]
  /**
   * Whether the properties count that people state in questions about themselves. Those of an enforcement
   * point always do. Default: they don't.
   */
  fromQuestion?: true
}

/** Needs nothing beyond an active membership. */
export interface NothingRequirement {
  nothing: true
}

export type Leaf =
  | PermissionRequirement
  | MemberRequirement
  | SelfRequirement
  | CreatorRequirement
  | FeatureRequirement
  | OwnerPathRequirement
  | CoversRequirement
  | PropertyRequirement
  | NothingRequirement

/** A tree of positive requirements. There is no `not`: gaining rights never takes an action away. */
export type Requirement = { all: readonly Requirement[] } | { any: readonly Requirement[] } | Leaf

export const leavesOf = (requirement: Requirement): readonly Leaf[] => {
  if ('all' in requirement) return requirement.all.flatMap(leavesOf)
  if ('any' in requirement) return requirement.any.flatMap(leavesOf)
  return [requirement]
}

/** Whether the leaf reads a user whom the call names. */
export const speaksOfUser = (leaf: Leaf): boolean =>
  'who' in leaf || ('property' in leaf && leaf.property.startsWith('resource.'))

export const isProjectScope = (scope: Scope): scope is ProjectScope =>
  scope === 'project' || scope === 'attached_project' || scope === 'destination'

const projectScopeOf = (leaf: Leaf): ProjectScope | undefined => {
  if ('path' in leaf) return 'project'
  const scope = 'member' in leaf ? leaf.member : 'in' in leaf ? leaf.in : undefined
  return scope !== undefined && isProjectScope(scope) ? scope : undefined
}

const scopesByRequirement = new WeakMap<Requirement, readonly ProjectScope[]>()

/** The project scopes in a requirement. In each, a single path must meet all that is asked there. */
export const projectScopesOf = (requirement: Requirement): readonly ProjectScope[] => {
  const known = scopesByRequirement.get(requirement)
  if (known) return known
  const scopes = new Set(leavesOf(requirement).map(projectScopeOf))
  scopes.delete(undefined)
  const found = [...scopes].filter((scope) => scope !== undefined)
  scopesByRequirement.set(requirement, found)
  return found
}
