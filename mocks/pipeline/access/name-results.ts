import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import type { NamedType, ResourceType } from '../../policy/language/resource-types.ts'
import type { World } from '../../policy/world/world.ts'
import type { Asker } from './asker.ts'

/** How a question names a person or thing. */
type Naming = 'id' | 'external id' | 'key'

/** A record by all its names. */
interface Known {
  readonly id: string
  readonly externalId?: string
  readonly email?: string
  readonly key?: string
}

/** A type and a reference, as a question states them. */
interface Named {
  readonly type: ResourceType
  readonly id: string
}

/** How the reference names what it names. */
export function namingOf({ organization, ...world }: World, { type, id }: Named): Naming {
  const found: Known | undefined = type === 'organization' ? organization : world.find(type, id)
  if (found?.id === id) return 'id'
  return found?.externalId === id ? 'external id' : 'key'
}

/** The name for a record in the answer to a search, in the way that the question names its own. */
export function nameAs(asker: Asker, naming: Naming, type: NamedType, record: Known): string {
  const { id, externalId, email, key } = record
  if (naming === 'id' || !mayKnow(asker, type, id)) return id
  const natural = email ?? key
  const names = naming === 'key' ? [natural, externalId] : [externalId, natural]
  // Roles of different places may share a key, which then names the first of them.
  return names.find((name) => name !== undefined && asker.world.find(type, name)?.id === id) ?? id
}

/** Whether the asker may know the record by more than its id: whether lists show it to them. */
const mayKnow = ({ actor, platform, world }: Asker, type: NamedType, id: string): boolean =>
  isEnforcementPoint(actor) ||
  actor.id === id ||
  platform.compiled.finds(world, actor, { type, id })
