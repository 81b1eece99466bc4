import type { RoleRecord, World } from '../../../mocks/policy/index.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { RemedyCall } from '../../../src/index.ts'

/** One slot that a remedy's call changes: the same name for the same slot, whatever its new value. */
export interface Slot {
  name: string
  /** The role that is given, and the possible ones. */
  role?: string
  place: (role: RoleRecord) => boolean
}

const nowhere = (): boolean => false

const entriesOf = (value: unknown): [string, unknown][] =>
  isRecord(value) ? Object.entries(value) : []

const ofRole = (name: string, role: unknown, place: Slot['place']): Slot =>
  typeof role === 'string' ? { name, role, place } : { name, place: nowhere }

const ofUser = (user: unknown, body: unknown): Slot[] =>
  entriesOf(body).flatMap(([key, value]) => {
    if (key === 'role') {
      return [ofRole(`role ${String(user)}`, value, ({ scope }) => scope === 'organization')]
    }
    if (key === 'teams') {
      return entriesOf(value).map(([team, role]) =>
        ofRole(`team ${String(user)} ${team}`, role, ({ scope }) => scope === 'team'),
      )
    }
    if (key === 'grants') {
      return Object.keys(value ?? {}).map((grant) => ({
        name: `grant ${String(user)} ${grant}`,
        place: nowhere,
      }))
    }
    return [{ name: `status ${String(user)}`, place: nowhere }]
  })

const ofEntry = (project: unknown, body: unknown, held: readonly string[]): Slot[] =>
  entriesOf(body).flatMap(([key, value]) => {
    const name = (what: string): string => `entry ${String(project)} ${key} ${what}`
    if (key === 'roles') {
      return entriesOf(value).map(([category, role]) =>
        ofRole(
          name(category),
          role,
          (held) => held.scope === 'project' && (held.category ?? 'project') === category,
        ),
      )
    }
    const items = Array.isArray(value) ? value.map(String) : Object.keys(value ?? {})
    const added = key === 'subject' ? [] : items.filter((item) => !held.includes(item))
    return added.map((what) => ({ name: name(what), place: nowhere }))
  })

/** The changes of the call. Rights that the entry already has are sent along, and do not count. */
export function slotsOf(
  world: World,
  { operation, args }: Pick<RemedyCall, 'operation' | 'args'>,
): Slot[] {
  const body = args.at(-1)
  switch (operation) {
    case 'users.update':
      return ofUser(args[0], body)
    case 'projects.members.add':
      return ofEntry(args[0], body, [])
    case 'projects.members.update':
      return ofEntry(args[0], body, world.member(String(args[1]))?.rights ?? [])
    case 'organization.updatePlan':
      return [{ name: 'plan', place: nowhere }]
    default:
      return [{ name: `${operation} ${String(args[0])}`, place: nowhere }]
  }
}
