import type { derived } from './derived-fields.ts'
import type { recorded } from './recorded-fields.ts'

type NameOf<Table> = {
  [R in keyof Table & string]: `${R}.${keyof Table[R] & string}`
}[keyof Table & string]

/** The field of a computed fact, such as `user.inTeam`. */
export type DerivedField = NameOf<typeof derived>

/** An entry of a map, such as `user.teams.support`. */
type EntryField =
  | `${'user' | 'actor'}.${'teams' | 'grants'}.${string}`
  | `member.${'roles' | 'grants'}.${string}`
  | `next.${'roles' | 'teams'}.${string}`
  | `artifact.data.${string}`

/** A key of the body or query, or the value stated for the key that the change is about. */
type StatedField = `input.${string}` | 'value' | `value.${string}`

/**
 * A dotted path that a condition compares, or that a text is filled with. Its first part must be bound
 * in that place; `checkPolicy` reports fields that are not.
 *
 * - `actor.role`, `actor.teams.support`: of the caller.
 * - `user.status`, `team.inUse`, `project.private`, `member.roles.flow`: of a resource that the call
 *   names. `destination` is the project that an artifact is moved or attached to.
 * - `input.role`, `input.subject.type`: of the body or the query.
 * - `value`: the value stated for the key, or for the map entry, that the change is about.
 * - `next.role`, `next.roles.<category>`, `next.teams.<team>`: role keys after the call.
 * - `organization.plan.name`, `settings.defaultRole`: of the platform.
 *
 * `input` and `value` name resources by key and people by e-mail address, even if the call used ids.
 */
export type Field = NameOf<typeof recorded> | DerivedField | EntryField | StatedField
