import { refuse, type Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { labelOf } from '../policy-diff/resources.ts'
import { resourceNamed } from '../policy/index.ts'
import { isNamedType } from '../policy/language/resource-types.ts'
import type { Resource } from '../policy/world/resources.ts'
import { quoted } from '../shared/quoted.ts'
import { didYouMean } from '../shared/nearest.ts'

/** A resource with its id, and its name for people. */
export interface ResourceWithName extends Resource {
  readonly id: string
  readonly name: string
}

/** The resource that a body or query names; the organization if it names none. */
export function namedResource(
  { compiled, world }: Platform,
  given: { readonly type: string; readonly id: string } | undefined,
): ResourceWithName | Refused {
  const { type: wanted, id: reference } = given ?? { type: 'organization', id: 'current' }
  const found = resourceNamed(compiled.policy, world, wanted, reference)
  if (found === undefined) {
    const keys = wanted === 'project' ? [...world.projects()].map(({ key }) => key) : []
    const text = `There is no ${wanted} ${quoted(reference)}.${didYouMean(reference, keys)}`
    return refuse(422, 'unknown_reference', text)
  }
  const { type, resources } = found
  const record = isNamedType(type) ? resources[type] : undefined
  if (!isNamedType(type) || typeof record !== 'object') {
    const { id, name } = world.organization
    return { ...found, id, name }
  }
  return { ...found, id: record.id, name: labelOf(type, record, world) }
}
