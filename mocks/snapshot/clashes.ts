import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Misfit } from './misfits.ts'
import type { SnapshotState } from './snapshot.ts'

/** The lists of records, each with the property that no two of its records share, beside the id. */
const lists = {
  roles: undefined,
  teams: 'key',
  users: 'email',
  former: 'email',
  keys: 'digest',
  invitations: undefined,
  tokens: 'value',
  projects: 'key',
  members: undefined,
  artifacts: undefined,
} as const

type List = keyof typeof lists

/** Finds records with the same id, key or place in the order of creation. */
export function* clashes(state: SnapshotState): Generator<Misfit> {
  const ids = new Map<string, string>()
  yield* misplaced(state.organization.sequence, state, 'organization')
  for (const [name, key] of Object.entries(lists)) {
    if (!isList(name)) continue
    const seen = new Map<unknown, string>()
    const elsewhere = new Map<string, string>()
    for (const [index, record] of state[name].entries()) {
      const at = `${name}[${index}]`
      const { id, sequence } = record
      yield* misplaced(sequence, state, at)
      yield* twice(ids, id, `${at}.id`)
      if ('externalId' in record && record.externalId !== undefined) {
        yield* twice(elsewhere, record.externalId, `${at}.externalId`)
      }
      yield* twice(seen, sequence, `${at}.sequence`)
      const value: unknown = key === undefined ? placeOf(record) : Reflect.get(record, key)
      if (value !== undefined) yield* twice(seen, value, key === undefined ? at : `${at}.${key}`)
    }
  }
}

function* misplaced(
  sequence: number,
  { counters: { sequence: last } }: SnapshotState,
  at: string,
): Generator<Misfit> {
  if (Number.isInteger(sequence) && sequence >= 1 && sequence <= last) return
  const text = `must be a whole number from 1 to state.counters.sequence, ${last}, not ${sequence}.`
  yield { at: `${at}.sequence`, text }
}

const isList = (name: string): name is List => Object.hasOwn(lists, name)

/** A role's place, or a member's project and subject: these are unique together. */
function placeOf(record: SnapshotState[List][number]): string | undefined {
  if ('scope' in record) return `role ${record.scope}/${record.category ?? ''}/${record.key}`
  if ('subject' in record && isRecord(record.subject)) {
    return `member ${record.project}/${record.subject.id}`
  }
  return undefined
}

function* twice<T>(seen: Map<T, string>, value: T, at: string): Generator<Misfit> {
  const before = seen.get(value)
  if (before === undefined) seen.set(value, at)
  else yield { at, text: `is the same as ${before}.` }
}
