import type { NamedType, Resource } from '../policy/world/resources.ts'
import { unresolved } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'

/** The reference to the resource of the type: its key or e-mail address, or else its id. */
export function referenceTo(
  world: World,
  type: NamedType,
  { resources }: Resource,
): string | undefined {
  const record = resources[type]
  if (record === undefined || record === unresolved) return undefined
  if ('email' in record && type === 'user') return record.email
  if (!('key' in record)) return record.id
  const isFirst = type !== 'role' || world.role(record.key)?.id === record.id
  return isFirst ? record.key : record.id
}
