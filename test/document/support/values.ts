/** Values that a schema of the document allows. */
import fc, { type Arbitrary } from 'fast-check'
import { followed } from './document.ts'
import type { Names } from './names.ts'
import { type Schema, typesOf } from './schema.ts'

/** Keys that no scenario has, few enough for calls to meet each other's resources. */
const fresh = ['fresh', 'fresh-2', 'fresh_3', 'f']

const addresses = ['fresh@acme.test', 'Fresh.Two@Acme.Test', 'fresh+3@other.test']

const texts: Arbitrary<string> = fc.oneof(
  fc.constantFrom('A name', 'Ünïcode 名前 🙂', "it's", 'a"b\\c', '<b>', '0', 'null', '__proto__'),
  fc.string({ maxLength: 30, unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.string({ maxLength: 12 }),
)

/** Texts within the bounds of a schema, names among them. */
function textOf(schema: Schema, { keys, words }: Names): Arbitrary<string> {
  const { pattern, minLength = 0, maxLength = Infinity } = schema
  const known = keys.get(schema['x-key'] ?? '') ?? []
  const matcher = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const isAllowed = (text: string): boolean => {
    const { length } = Array.from(text)
    return length >= minLength && length <= maxLength && matcher?.test(text) !== false
  }
  const pick = (weight: number, from: readonly string[]) => {
    const allowed = from.filter(isAllowed)
    return allowed.length === 0 ? [] : [{ weight, arbitrary: fc.constantFrom(...allowed) }]
  }
  const full = maxLength > 300 ? [] : ['x'.repeat(maxLength), 'é'.repeat(maxLength)]
  return fc.oneof(
    ...pick(known.length > 0 && schema['x-new'] !== true ? 30 : 1, known),
    ...pick(4, [...fresh, ...addresses]),
    ...pick(known.length > 0 ? 1 : 6, words),
    ...pick(1, full),
    { weight: 2, arbitrary: texts.filter(isAllowed) },
  )
}

/** The described properties: the required ones, and mostly a few others. */
function knownKeys(schema: Schema, names: Names): Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [] } = schema
  const optional = Object.keys(properties).filter((key) => !required.includes(key))
  const some = fc.oneof(
    { weight: 3, arbitrary: fc.subarray(optional, { maxLength: Math.min(2, optional.length) }) },
    { weight: 1, arbitrary: fc.subarray(optional) },
  )
  const dependent = Object.entries(properties).find(([, one]) => one['x-key-from'] !== undefined)
  const values = (chosen: readonly string[], type?: unknown) =>
    Object.entries(properties).flatMap(([key, one]) => {
      if (!chosen.includes(key) && !required.includes(key)) return []
      if (type !== undefined && key === dependent?.[1]['x-key-from'])
        return [[key, fc.constant(type)] as const]
      const typed = key === dependent?.[0] && type !== undefined && { 'x-key': String(type) }
      return [[key, valueOf({ ...one, ...typed }, names)] as const]
    })
  const types = properties[dependent?.[1]['x-key-from'] ?? '']?.enum ?? [undefined]
  return fc
    .tuple(some, fc.constantFrom(...types))
    .chain(([chosen, type]) => fc.record(Object.fromEntries(values(chosen, type))))
}

const objectOf = (schema: Schema, names: Names): Arbitrary<Record<string, unknown>> => {
  const { additionalProperties } = schema
  const known = knownKeys(schema, names)
  if (additionalProperties === false) return known
  const rest =
    typeof additionalProperties === 'object'
      ? valueOf(additionalProperties, names)
      : fc.jsonValue({ maxDepth: 2 })
  const label = textOf({ 'x-key': schema['x-key'] ?? 'category', maxLength: 254 }, names)
  const extra = fc.dictionary(label, rest, { maxKeys: 3, noNullPrototype: true })
  const isMap = typeof additionalProperties === 'object'
  return fc
    .tuple(isMap ? extra : fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, extra), known)
    .map((parts) => Object.fromEntries(parts.flatMap((part) => Object.entries(part))))
}

/** A value that the schema allows. Limits of two schemas at once are those of the schema alone. */
export function valueOf(given: Schema, names: Names): Arbitrary<unknown> {
  const schema = followed(given)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, names)))
  const types = typesOf(schema)
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 })
  return fc.oneof(...types.map((type) => ofType(type, schema, names)))
}

function ofType(type: string, schema: Schema, names: Names): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
    case 'number':
      return fc.double({ noNaN: true, min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
    case 'array':
      return listOf(schema, names)
    case 'object':
      return objectOf(schema, names)
    default:
      return textOf(schema, names)
  }
}

function listOf(schema: Schema, names: Names): Arbitrary<unknown[]> {
  const { items = {}, minItems = 0, maxItems = 4, uniqueItems = false } = schema
  const bounds = { minLength: minItems, maxLength: Math.min(maxItems, 4) }
  const item = valueOf(items, names)
  return uniqueItems
    ? fc.uniqueArray(item, {
        ...bounds,
        comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
      })
    : fc.array(item, bounds)
}
