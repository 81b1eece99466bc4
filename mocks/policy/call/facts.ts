import { fieldPath } from './field-path.ts'
import { binds } from './places.ts'
import type { Condition, Scalar } from '../language/condition.ts'
import type { FactContext } from './fact-context.ts'
import { derivedFacts } from './derived-facts.ts'
import type { DerivedField } from '../language/fields.ts'
import { nextState } from './next-state.ts'

export type { FactContext } from './fact-context.ts'

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

/** The value of a dotted field; undefined if it is missing, or not bound in the place. */
export const fact = (context: FactContext, field: string): unknown => {
  const { root, path, roots } = fieldPath(field)
  if (!roots.every((one) => binds(context.place, one))) return undefined
  if (isDerived(field)) return derivedFacts[field](context)
  return path.reduce<unknown>(property, rootOf(context, root))
}

const isOneOf = (value: unknown, is: Scalar | readonly Scalar[]): boolean =>
  [is].flat().some((one) => one === value)

/**
 * Whether a condition holds; undefined for a condition of an unknown kind. A missing field counts as
 * null; a list matches if one of its items does.
 */
export const tell = (context: FactContext, condition: Condition): boolean | undefined => {
  if ('all' in condition) {
    const parts = condition.all.map((part) => tell(context, part))
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => tell(context, part))
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  }
  if ('not' in condition) {
    const negated = tell(context, condition.not)
    return negated === undefined ? undefined : !negated
  }
  if (!('field' in condition)) return ofUnknownKind(condition)
  const value = fact(context, condition.field) ?? null
  return Array.isArray(value)
    ? value.some((item) => isOneOf(item, condition.is))
    : isOneOf(value, condition.is)
}

/** Types rule it out, but a policy that was not checked may still contain one. */
const ofUnknownKind: (condition: never) => undefined = () => undefined

/** Whether a condition is known to hold. */
export const holds = (context: FactContext, condition: Condition): boolean =>
  tell(context, condition) === true

/** Whether a condition holds or is of an unknown kind. For guards: they must fail closed. */
export const mayHold = (context: FactContext, condition: Condition): boolean =>
  tell(context, condition) !== false

const placeholder = /\{([\w.-]+)\}/g

/** The fields in a text's placeholders. */
export const fieldsInText = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].flatMap(([, field]) => field ?? [])

/** Fills a text's placeholders, such as `{role.key}`. */
export const fill = (context: FactContext, text: string): string =>
  text.replace(placeholder, (_, field: string) => {
    const value = fact(context, field) ?? 'unknown'
    if (Array.isArray(value)) return value.join(', ')
    // An artifact's data can hold values of any shape.
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
