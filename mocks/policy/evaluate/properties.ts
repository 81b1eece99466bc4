import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { QuestionPart } from '../language/question-properties.ts'
import type { Properties } from '../language/records.ts'
import { leavesOf, type PropertyRequirement, type Requirement } from '../language/requirement.ts'
import { type NamedType, unresolved } from '../world/resources.ts'
import type { EvaluationContext } from './context.ts'

/** A person or thing whose own properties count. */
interface Owner {
  readonly id: string
  readonly properties?: Properties
}

/** The names of resources with properties, the one that a call is about before those around it. */
const withProperties = ['artifact', 'project', 'user', 'team'] as const

/** The resource that a requirement is about. */
interface Meant {
  readonly type: NamedType
  readonly record: Owner
}

/** The resource that a requirement is about. `unresolved` meets every requirement; undefined if it is open. */
export const resourceMeant = ({
  resources,
  about,
}: Pick<EvaluationContext, 'resources' | 'about'>): Meant | typeof unresolved | undefined => {
  const type = about ?? withProperties.find((one) => resources[one] !== undefined)
  if (type === undefined) return undefined
  const record = resources[type]
  if (record === undefined || record === unresolved) return record
  return { type, record }
}

/** The part of a question that the requirement reads. A policy that was not checked may name none. */
const partOf = ({
  property,
}: PropertyRequirement): readonly [QuestionPart | undefined, readonly string[]] => {
  const [part, ...path] = property.split('.')
  const isPart = part === 'subject' || part === 'resource' || part === 'action'
  return [isPart ? part : undefined, path]
}

/** The part of a question that the requirement reads, and the name of the property. */
export const readBy = (leaf: PropertyRequirement): { part: QuestionPart; name: string } => {
  const [part = 'resource', path] = partOf(leaf)
  return { part, name: path.join('.') }
}

const valueIn = (properties: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (step === undefined) return properties
  return isRecord(properties) && Object.hasOwn(properties, step)
    ? valueIn(properties[step], rest)
    : undefined
}

/** The value that the question states, if it counts. */
const stated = (
  { properties }: EvaluationContext,
  leaf: PropertyRequirement,
): { readonly value: unknown } | undefined => {
  if (properties === undefined || !(properties.areTrusted || leaf.fromQuestion)) return undefined
  const [part, path] = partOf(leaf)
  const [name = ''] = path
  const given = part && properties[part]
  return given && Object.hasOwn(given, name) ? { value: valueIn(given, path) } : undefined
}

/** Where a property comes from: the question, or a person or thing, which may have none. */
interface Found {
  readonly value: unknown
  readonly of?: Owner
}

/** Looks the property up. `unresolved` meets every requirement; undefined if the question leaves it open. */
export const lookUpProperty = (
  context: EvaluationContext,
  leaf: PropertyRequirement,
): Found | typeof unresolved | undefined => {
  const inQuestion = stated(context, leaf)
  if (inQuestion !== undefined) return inQuestion
  const [part, path] = partOf(leaf)
  if (part === undefined || part === 'action') return { value: undefined }
  if (part === 'subject') {
    const { actor } = context
    return { value: valueIn(actor.properties, path), of: actor }
  }
  const meant = resourceMeant(context)
  if (meant === undefined || meant === unresolved) return meant
  const { record } = meant
  return { value: valueIn(record.properties, path), of: record }
}

/** Whether the value, or an item of a list, is one of those that will do. */
const isOneOf = ({ is }: PropertyRequirement, value: unknown): boolean => {
  const wanted: readonly unknown[] = Array.isArray(is) ? is : [is]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.some((one) => one !== undefined && wanted.includes(one))
}

/** Whether the property has a value that will do; undefined if the question leaves it open. */
export const meetsProperty = (
  context: EvaluationContext,
  leaf: PropertyRequirement,
): boolean | undefined => {
  const found = lookUpProperty(context, leaf)
  return found && (found === unresolved || isOneOf(leaf, found.value))
}

const left = new WeakMap<Requirement, Requirement>()

/** The requirement as if every property had a value that will do: what else it takes. */
export const withoutProperties = (requirement: Requirement): Requirement => {
  if (!readsProperties(requirement)) return requirement
  const known = left.get(requirement)
  if (known !== undefined) return known
  const made: Requirement =
    'all' in requirement
      ? { all: requirement.all.map(withoutProperties) }
      : 'any' in requirement
        ? { any: requirement.any.map(withoutProperties) }
        : { nothing: true }
  left.set(requirement, made)
  return made
}

const reading = new WeakMap<Requirement, boolean>()

/** Whether the requirement reads properties. */
export const readsProperties = (requirement: Requirement): boolean => {
  const known = reading.get(requirement)
  if (known !== undefined) return known
  const reads = leavesOf(requirement).some((leaf) => 'property' in leaf)
  reading.set(requirement, reads)
  return reads
}
