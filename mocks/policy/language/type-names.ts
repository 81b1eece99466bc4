import { isNamedType, namedTypes, type ResourceType } from './resource-types.ts'
import type { Policy } from './policy.ts'

/** The resources that a type names in a question. */
export interface NamedResources {
  readonly type: ResourceType
  /** For artifacts of one kind. */
  readonly kind?: string
}

export const isResourceType = (name: string): name is ResourceType =>
  name === 'organization' || isNamedType(name)

/** The resources that a name of a type means: the type itself, or a further name that the policy gives it. */
export const meaningOf = ({ types }: Policy, name: string): NamedResources | undefined => {
  if (isResourceType(name)) return { type: name }
  const meaning = types !== undefined && Object.hasOwn(types, name) ? types[name] : undefined
  if (meaning === undefined) return undefined
  return typeof meaning === 'string'
    ? { type: meaning }
    : { type: 'artifact', kind: meaning.artifact }
}

/** Every name that a type has in questions. */
export const typeNames = ({ types = {} }: Policy): readonly string[] => [
  'organization',
  ...namedTypes,
  ...Object.keys(types),
]
