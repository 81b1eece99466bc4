import type { Schema } from './document.ts'

/** Says something to a reader, nothing to a validator. */
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
  'x-key',
])

/** A schema without its annotations, whose references are to other schemas' `$id`. */
export function validationSchema(schema: Schema): Schema {
  const entries = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword))
  return Object.fromEntries(
    entries.map(([keyword, value]) => [keyword, keywordValue(keyword, value)]),
  )
}

function keywordValue(keyword: string, value: unknown): unknown {
  if (keyword === '$ref') return String(value).split('/').at(-1)
  if (literalKeywords.has(keyword)) return value
  if (keyword === 'properties' && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, subschema(v)]))
  return Array.isArray(value) ? value.map(subschema) : subschema(value)
}

/** What these hold is a value, whatever its keys are. */
const literalKeywords = new Set(['const', 'enum', 'required', 'type'])

const subschema = (value: unknown): unknown => (isObject(value) ? validationSchema(value) : value)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
