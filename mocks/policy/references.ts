import { isRecord } from '../../src/core/record.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { pointerStep } from '../json-pointer.ts'

export type ReferenceType = 'user' | 'team' | 'role' | 'project' | 'permission' | 'kind'

/** A reference that a body or query makes to something else. */
export interface Reference {
  /** JSON pointer into the body. */
  pointer: string
  type: ReferenceType
  reference: string
  /** What the call then is about, beside what its path names. */
  as?: 'user' | 'team' | 'project' | 'destination'
}

type Input = Readonly<Record<string, unknown>>
type Reader = (input: Input) => readonly Reference[]

const one =
  (key: string, type: ReferenceType, as?: Reference['as']): Reader =>
  (input) => {
    const reference = input[key]
    if (typeof reference !== 'string') return []
    return [{ pointer: `/${key}`, type, reference, ...(as && { as }) }]
  }

const each =
  (key: string, type: ReferenceType): Reader =>
  (input) => {
    const items = input[key]
    if (!Array.isArray(items)) return []
    return items.map((item, index) => ({
      pointer: `/${key}/${index}`,
      type,
      reference: String(item),
    }))
  }

const keysOf =
  (key: string, type: ReferenceType): Reader =>
  (input) => {
    const map = input[key]
    if (!isRecord(map)) return []
    return Object.keys(map).map((reference) => ({
      pointer: `/${key}/${pointerStep(reference)}`,
      type,
      reference,
    }))
  }

const valuesOf =
  (key: string, type: ReferenceType): Reader =>
  (input) => {
    const map = input[key]
    if (!isRecord(map)) return []
    return Object.entries(map).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [{ pointer: `/${key}/${pointerStep(name)}`, type, reference: value }]
        : [],
    )
  }

const subject: Reader = ({ subject: named }) => {
  if (!isRecord(named) || typeof named.id !== 'string') return []
  if (named.type !== 'user' && named.type !== 'team') return []
  return [{ pointer: '/subject/id', type: named.type, reference: named.id, as: named.type }]
}

const memberships = [one('role', 'role'), keysOf('teams', 'team'), valuesOf('teams', 'role')]

const readers: Partial<Record<OperationId, readonly Reader[]>> = {
  'roles.create': [each('permissions', 'permission')],
  'roles.update': [each('permissions', 'permission')],
  'teams.create': [one('defaultRole', 'role')],
  'teams.update': [one('defaultRole', 'role')],
  'users.list': [one('team', 'team'), one('role', 'role')],
  'users.create': memberships,
  'users.update': memberships,
  'projects.list': [one('team', 'team')],
  'projects.create': [one('team', 'team', 'team')],
  'projects.transferOwnership': [one('to', 'user', 'user')],
  'projects.members.add': [subject, valuesOf('roles', 'role')],
  'projects.members.update': [valuesOf('roles', 'role')],
  'artifacts.list': [one('project', 'project', 'project'), one('kind', 'kind')],
  'artifacts.create': [one('project', 'project', 'project'), one('kind', 'kind')],
  'artifacts.move': [one('project', 'project', 'destination')],
  'artifacts.run': [one('project', 'project', 'destination')],
}

/** Every reference that the call's body or query makes. */
export const referencesOf = (operation: OperationId, input: Input | undefined) =>
  input ? (readers[operation] ?? []).flatMap((read) => read(input)) : []
