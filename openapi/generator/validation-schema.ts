import type { Schema } from './document.ts'

/** Keywords for readers, which validators ignore. */
const annotations = new Set([
  'default',
  'deprecated',
  'description',
  'discriminator',
  'example',
  'examples',
  'readOnly',
  'title',
  'writeOnly',
  'x-as',
  'x-batch-of',
  'x-closed',
  'x-container',
  'x-cursor',
  'x-entity',
  'x-former',
  'x-hands-out',
  'x-in',
  'x-key',
  'x-key-from',
  'x-new',
  'x-or-default',
  'x-resource',
  'x-secret',
  'x-type',
])

/**
 * A schema without annotations, with references to the `$id` of other schemas. `int32` says no more than
 * the limits, which every integer has.
 */
export function validationSchema(schema: Schema): Readonly<Record<string, unknown>> {
  const entries = Object.entries(withConst(schema)).filter(
    ([keyword, value]) => !annotations.has(keyword) && value !== 'int32',
  )
  return limitFirst(
    Object.fromEntries(entries.map(([keyword, value]) => [keyword, keywordValue(keyword, value)])),
  )
}

/** Turns an `enum` of one value into `const`, which gives a better message. The document has `enum` for generators. */
function withConst(schema: Schema): Schema {
  const { type: _, enum: values = [], ...rest } = schema
  return values.length === 1 ? { ...rest, const: values[0] } : schema
}

/** The keywords that look into a list or a map, by the keyword that limits it. */
const looksInto = {
  maxItems: ['items', 'uniqueItems'],
  maxProperties: ['properties', 'additionalProperties', 'propertyNames'],
}

/** Looks into a list or map only if it is within its limit: finding all faults of a million items would take too long. */
function limitFirst(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [limit, keywords] = Object.entries(looksInto).find(([name]) => name in schema) ?? ['', []]
  const { type } = schema
  const outside = Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword))
  const inside = Object.entries(schema).filter(([keyword]) => keywords.includes(keyword))
  if (inside.length === 0) return schema
  return {
    ...Object.fromEntries(outside),
    if: { type, [limit]: schema[limit] },
    // oxlint-disable-next-line unicorn/no-thenable -- A keyword of JSON Schema.
    then: { type, ...Object.fromEntries(inside) },
  }
}

function keywordValue(keyword: string, value: unknown): unknown {
  if (keyword === '$ref') return String(value).split('/').at(-1)
  if (literalKeywords.has(keyword)) return value
  if (keyword === 'properties' && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, subschema(v)]))
  return Array.isArray(value) ? value.map(subschema) : subschema(value)
}

/** Keywords whose value is data, not a schema. */
const literalKeywords = new Set(['const', 'enum', 'required', 'type'])

const subschema = (value: unknown): unknown => (isObject(value) ? validationSchema(value) : value)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
