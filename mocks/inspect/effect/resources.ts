import type { Platform } from '../../platform/platform.ts'
import { isNamedType, type NamedType } from '../../policy/language/resource-types.ts'
import { labelOf } from '../../policy-diff/resources.ts'
import type { Change } from '../../state/journal.ts'
import { render } from '../../state/render.ts'
import { jsonDiff, type ValueChange } from '../json-diff.ts'

/** A resource that a call creates, changes or removes. */
export interface ResourceChange {
  readonly change: 'created' | 'changed' | 'removed'
  readonly type: NamedType | 'organization'
  readonly id: string
  /** Its key or e-mail address; for a resource without either, a description. */
  readonly name: string
  /** The values that differ. A resource that was created or removed has one change, of the whole: path ``. */
  readonly diff: readonly ValueChange[]
}

/** The most resources that an effect lists. */
const most = 200

/** The type and id of each record that changed, in order of the first change. */
export interface Touched {
  readonly type: NamedType | 'organization'
  readonly id: string
}

/** The resources that the changes are of, each once. Records that no path names are left out. */
export function touchedBy(changes: readonly Change[]): readonly Touched[] {
  const found = new Map<string, Touched>()
  for (const { table, id } of changes) {
    const type = table.replace(/s$/, '')
    if (isNamedType(type) || type === 'organization') found.set(`${type} ${id}`, { type, id })
  }
  return [...found.values()]
}

/** The differences between two states of these resources, and how many more there are. */
export function resourceChanges(
  before: Platform,
  after: Platform,
  touched: readonly Touched[],
): { readonly changes: readonly ResourceChange[]; readonly more: number } {
  const changes = touched
    .slice(0, most)
    .flatMap((one) => changeOf(versionOf(before, one), versionOf(after, one), one) ?? [])
  return { changes, more: Math.max(0, touched.length - most) }
}

interface Version {
  readonly name: string
  /** Without its etag, which differs whenever something else does. */
  readonly json: Readonly<Record<string, unknown>>
}

function versionOf({ store, world }: Platform, { type, id }: Touched): Version | undefined {
  if (type === 'organization') {
    const { organization } = store
    if (organization.deletedAt !== undefined) return undefined
    return { name: organization.name, json: shown(render(type, organization).json) }
  }
  const record = store.byType[type].get(id)
  if (record === undefined) return undefined
  return { name: labelOf(type, record, world), json: shown(render(type, record).json) }
}

function shown(whole: Readonly<Record<string, unknown>>) {
  const { etag: _, ...json } = whole
  return json
}

function changeOf(
  before: Version | undefined,
  after: Version | undefined,
  one: Touched,
): ResourceChange | undefined {
  const { name } = after ?? before ?? {}
  const diff = jsonDiff(before?.json, after?.json)
  if (name === undefined || diff.length === 0) return undefined
  const change = before === undefined ? 'created' : after === undefined ? 'removed' : 'changed'
  return { change, ...one, name, diff }
}
