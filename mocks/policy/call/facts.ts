import { binds, fieldPath, type Place } from './bound.ts'
import type { Resources } from '../world/resources.ts'
import type { Condition, Scalar } from '../language/condition.ts'
import { derivedFacts } from './derived-facts.ts'
import type { DerivedField } from '../language/fields.ts'
import { nextState } from './next-state.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** What a condition or a text may speak of, in the place where it stands. */
export interface FactContext {
  /** Which of it is bound. */
  place: Place
  world: World
  resources: Resources
  /** The body or query of the call, its references by key. */
  input: Readonly<Record<string, unknown>> | undefined
  /** What the call states for what the change at hand is about. */
  value?: unknown
  /** Whoever calls; nobody at a first sign-up. */
  actor?: UserRecord | undefined
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined

const rootOf = (context: FactContext, name: string): unknown => {
  switch (name) {
    case 'input':
    case 'value':
    case 'actor':
      return context[name]
    case 'next':
      return nextState(context.world, context)
    case 'settings':
    case 'organization':
      return context.world[name]
    default:
      return property(context.resources, name)
  }
}

const isDerived = (field: string): field is DerivedField => Object.hasOwn(derivedFacts, field)

/** The value of a dotted field; undefined for what is not there, or is not bound in the place. */
export const fact = (context: FactContext, field: string): unknown => {
  const { root, path, roots } = fieldPath(field)
  if (!roots.every((one) => binds(context.place, one))) return undefined
  if (isDerived(field)) return derivedFacts[field](context)
  return path.reduce<unknown>(property, rootOf(context, root))
}

const isOneOf = (value: unknown, is: Scalar | readonly Scalar[]): boolean =>
  [is].flat().some((one) => one === value)

/**
 * Whether a condition holds now. A field that is not there counts as null; a list is whatever one of
 * its items is.
 */
export const holds = (context: FactContext, condition: Condition): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(context, part))
  if ('any' in condition) return condition.any.some((part) => holds(context, part))
  if ('not' in condition) return !holds(context, condition.not)
  const value = fact(context, condition.field) ?? null
  return Array.isArray(value)
    ? value.some((item) => isOneOf(item, condition.is))
    : isOneOf(value, condition.is)
}

const placeholder = /\{([\w.-]+)\}/g

/** The fields that a text is filled with. */
export const fieldsInText = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].flatMap(([, field]) => field ?? [])

/** Fills `{role.key}` and the like into a text. */
export const fill = (context: FactContext, text: string): string =>
  text.replace(placeholder, (_, field: string) => {
    const value = fact(context, field) ?? 'unknown'
    if (Array.isArray(value)) return value.join(', ')
    // What an artifact's data holds may be anything.
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
