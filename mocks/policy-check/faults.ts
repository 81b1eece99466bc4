import { isRecord } from '../../src/core/base/kind-of.ts'
import { suggestion } from '../shared/nearest.ts'
import { typeText, valueText } from '../shared/value-text.ts'
import type { JsonSchema } from './json-schema.ts'
import { mixedFault } from './mixed.ts'
import { pointer } from '../shared/json-pointer.ts'

/** A place where a value differs from its schema, and the fix. */
export interface SchemaFault {
  readonly pointer: string
  readonly message: string
  readonly fix: string
}

/**
 * Finds where a value differs from its schema. For a union, it reports the faults of the alternative
 * that shares most keys with the value. The compiled validators that check bodies can't do that: they
 * only say that no alternative fits.
 */
export function faultsOf(whole: JsonSchema, value: unknown): readonly SchemaFault[] {
  const resolve = (schema: JsonSchema): JsonSchema => {
    const name = schema.$ref?.replace('#/$defs/', '')
    return name === undefined ? schema : (whole.$defs?.[name] ?? {})
  }

  const visit = (reference: JsonSchema, given: unknown, at: string): readonly SchemaFault[] => {
    const schema = resolve(reference)
    if (schema.anyOf) return visitAny(schema, schema.anyOf.map(resolve), given, at)
    if (!isOfType(schema, given)) return [wrongType([schema], given, at)]
    if (Array.isArray(given)) {
      const { items = {} } = schema
      return given.flatMap((item, index) => visit(items, item, at + pointer(index)))
    }
    return isRecord(given) ? visitObject(schema, given, at) : []
  }

  const visitAny = (
    union: JsonSchema,
    alternatives: readonly JsonSchema[],
    given: unknown,
    at: string,
  ): readonly SchemaFault[] => {
    const flat = alternatives.flatMap((one) => one.anyOf?.map(resolve) ?? [one])
    const possible = flat.filter((schema) => isOfType(schema, given))
    if (possible.length === 0) return [wrongType(flat, given, at)]
    const results = possible.map((schema) => visit(schema, given, at))
    if (results.some((faults) => faults.length === 0)) return []
    if (!isRecord(given) || possible.length === 1) return results[0] ?? []
    const mixed = mixedFault(possible, listsOf(union, alternatives), given)
    if (mixed) return [{ pointer: at, ...mixed }]
    const likeness = possible.map((schema) => alike(schema, given))
    const best = Math.max(...likeness)
    return best > 0 ? (results[likeness.indexOf(best)] ?? []) : [noneOf(possible, at)]
  }

  /** The keys of the alternatives that are a list of the union itself, such as `all` and `any`. */
  const listsOf = (union: JsonSchema, alternatives: readonly JsonSchema[]): readonly string[] =>
    alternatives.flatMap(({ properties = {} }) =>
      Object.entries(properties).flatMap(([key, { items }]) =>
        items && resolve(items) === union ? [key] : [],
      ),
    )

  const visitObject = (
    { properties = {}, required = [], additionalProperties }: JsonSchema,
    given: Readonly<Record<string, unknown>>,
    at: string,
  ): readonly SchemaFault[] => [
    ...required
      .filter((key) => !Object.hasOwn(given, key))
      .map((key) => missingKey(key, resolve(properties[key] ?? {}), at)),
    ...Object.entries(given).flatMap(([key, item]) => {
      const place = at + pointer(key)
      const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
      if (own === false) return [unknownKey(key, Object.keys(properties), place)]
      return own ? visit(own, item, place) : []
    }),
  ]

  /** How well the value fits the alternative: one point for each shared key, three for one with the right constant. */
  const alike = (schema: JsonSchema, given: Readonly<Record<string, unknown>>): number =>
    Object.entries(schema.properties ?? {})
      .filter(([key]) => Object.hasOwn(given, key))
      .reduce((sum, [key, property]) => {
        const { const: only, enum: several } = resolve(property)
        const tells = only !== undefined || several !== undefined
        return sum + (tells && isOfType(resolve(property), given[key]) ? 3 : 1)
      }, 0)

  return visit(whole, value, '')
}

function isOfType({ type, const: only, enum: several }: JsonSchema, value: unknown): boolean {
  if (only !== undefined) return value === only
  if (several) return typeof value === 'string' && several.includes(value)
  if (type === undefined) return true
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  return type === 'null' ? value === null : typeof value === type
}

function expected({ type, const: only, enum: several, required = [] }: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only)
  if (several) return `one of ${several.map((one) => JSON.stringify(one)).join(', ')}`
  if (type === undefined) return 'anything'
  const keys = required.length === 0 ? '' : ` with ${required.join(', ')}`
  return typeText[type] + keys
}

function wrongType(alternatives: readonly JsonSchema[], value: unknown, at: string): SchemaFault {
  const names = alternatives.flatMap((schema) => schema.enum ?? [])
  const fix = `It must be ${[...new Set(alternatives.map(expected))].join(', or ')}.`
  return {
    pointer: at,
    message: `It is ${valueText(value)}.`,
    fix: typeof value === 'string' ? suggestion(value, names, fix) : fix,
  }
}

function noneOf(alternatives: readonly JsonSchema[], at: string): SchemaFault {
  const keys = new Set(alternatives.flatMap(({ required = [] }) => required.slice(0, 1)))
  return {
    pointer: at,
    message: 'The object has none of the keys that say what it is.',
    fix: `Add one of: ${[...keys].join(', ')}.`,
  }
}

function missingKey(key: string, schema: JsonSchema, at: string): SchemaFault {
  return {
    pointer: at,
    message: `${key} is missing.`,
    fix: `Add "${key}"${schema.anyOf ? '' : `: ${expected(schema)}`}.`,
  }
}

function unknownKey(key: string, known: readonly string[], at: string): SchemaFault {
  return {
    pointer: at,
    message: `${key} is not a known key.`,
    fix: suggestion(key, known, `Remove it. The known keys are ${known.join(', ')}.`),
  }
}
