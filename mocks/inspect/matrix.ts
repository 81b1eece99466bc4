import type { Platform } from '../platform/platform.ts'
import type { Outcome } from '../../src/index.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { isOperation } from '../policy/world/operations.ts'
import type { Resource } from '../policy/world/resources.ts'
import { addHolder, type Holder, holdersFor } from './holders.ts'

/** Who may do what on one resource, as a table. */
export interface RightsMatrix {
  /** The name of the policy. */
  readonly policy: string
  readonly resource: { readonly type: string; readonly id: string; readonly name: string }
  /** The columns: operations first, then permissions, as the policy lists them. */
  readonly actions: readonly MatrixAction[]
  readonly rows: readonly MatrixRow[]
}

/** A column of the matrix. */
export interface MatrixAction {
  readonly action: string
  readonly kind: 'operation' | 'permission'
  /** The tag of an operation, such as `projects.members`; the category of a permission, such as `admin`. */
  readonly group: string
  /** The name of a permission, as the platform shows it. */
  readonly name?: string
  readonly description?: string
}

/** A person, or an imagined person who holds one role. */
export interface MatrixRow {
  /** A user's id; for a role, what `explain` takes as `holder`. */
  readonly id: string
  readonly kind: 'person' | 'role'
  readonly name: string
  /** A person's e-mail address. */
  readonly email?: string
  /** A persona's description; for a role, what its holder holds. */
  readonly text?: string
  /** A cell for each action, in order. */
  readonly cells: readonly MatrixOutcome[]
}

/** One answer. `depends`: on the arguments of the call, or on the resource. */
export interface MatrixOutcome {
  readonly outcome: Outcome
  /** The id of the rule; `membership`, `not_offered` or `API` without one. */
  readonly rule: string
}

/** The rows of a matrix: people, or a holder of each role that counts on the resource. */
export type MatrixRows = { readonly people: readonly UserRecord[] } | 'roles'

/** Tabulates the actions on a resource. Pass a fork: holders of roles are added to it. */
export function rightsMatrix(
  platform: Platform,
  resource: Resource & { readonly id: string; readonly name: string },
  asked: MatrixRows,
): RightsMatrix {
  const { compiled } = platform
  const rows =
    asked === 'roles'
      ? holdersFor(platform, resource).map((holder) => rowOfHolder(platform, resource, holder))
      : asked.people.map((user) => rowOf(platform, resource, user))
  const actions = compiled
    .matrix(platform.world, [anyone(platform)], resource)
    .map(({ action }) => columnOf(compiled.policy, action))
  const { type, id, name } = resource
  return { policy: compiled.policy.name, resource: { type, id, name }, actions, rows }
}

/** The actions are the same for everybody. */
function anyone({ world }: Platform): UserRecord {
  const [first] = world.users()
  if (first === undefined) throw new Error('The state has no users.')
  return first
}

function columnOf({ permissions }: Policy, action: string): MatrixAction {
  const kind = isOperation(action) ? 'operation' : 'permission'
  const end = kind === 'operation' ? action.lastIndexOf('.') : action.indexOf(':')
  const { name, description } = permissions[action] ?? {}
  return {
    action,
    kind,
    group: end === -1 ? action : action.slice(0, end),
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  }
}

function rowOf(platform: Platform, resource: Resource, user: UserRecord): MatrixRow {
  const { id, email, name } = user
  const persona = platform.personas.find(({ user: reference }) => reference === email)
  const cells = cellsOf(platform, resource, user)
  return { id, kind: 'person', name, email, ...(persona && { text: persona.text }), cells }
}

function rowOfHolder(platform: Platform, resource: Resource, holder: Holder): MatrixRow {
  const cells = platform.store.transaction(
    () => {
      addHolder(platform, holder)
      return cellsOf(platform, resource, holder.user)
    },
    () => false,
  )
  const { id, name, text } = holder
  return { id, kind: 'role', name, text, cells }
}

const cellsOf = (
  { compiled, world }: Platform,
  resource: Resource,
  user: UserRecord,
): readonly MatrixOutcome[] =>
  compiled.matrix(world, [user], resource).map(({ outcome, rule }) => ({ outcome, rule }))
