/** Ways to break a valid body: each puts one fault into it, and says where. */
import fc, { type Arbitrary } from 'fast-check'
import { followed } from './document.ts'
import { type Schema, typesOf } from './schema.ts'

/** A value with one fault, and a word of it that the answer must name. */
export interface Faulty {
  readonly value: unknown
  /** The last key that leads to the fault. */
  readonly names: string
  readonly how: string
  /** The items of a batch that have the fault, of their own or by default. */
  readonly items: readonly number[] | undefined
}

/** A place of a value, with its schema. */
interface Spot {
  readonly path: readonly (string | number)[]
  readonly schema: Schema
  readonly value: unknown
  /** The item of a batch that it is part of. */
  readonly item?: number
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place of a value that a schema describes. Alternatives describe nothing for sure. */
function spotsOf(given: Schema, value: unknown, path: Spot['path'] = []): Spot[] {
  const schema = followed(given)
  const here = [{ path, schema, value }]
  if (schema.anyOf) return here
  if (Array.isArray(value)) {
    const { items = {}, 'x-batch-of': batch } = schema
    const inner = value.map((one, at) =>
      spotsOf(items, one, [...path, at]).map((spot) => (batch ? { ...spot, item: at } : spot)),
    )
    return [...here, ...inner.flat()]
  }
  if (!isObject(value)) return here
  const { properties = {}, additionalProperties } = schema
  const inner = Object.entries(value).flatMap(([key, one]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    const other = typeof additionalProperties === 'object' ? additionalProperties : undefined
    const described = known ?? other
    return described === undefined ? [] : spotsOf(described, one, [...path, key])
  })
  return [...here, ...inner]
}

const wrongly: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, ['a'], { a: 1 }, null],
  integer: ['7', 1.5, [], null, true],
  number: ['7', [], null],
  boolean: ['true', 0, 1, null, []],
  array: ['a', {}, null, 3],
  object: ['a', [], null, 3],
  null: ['null', 0, false],
}

/** A value that a schema refuses, and the key that the fault is about if it is not the last of the place. */
type Refused = readonly [how: string, value: unknown, key?: string]

/** Texts that few patterns allow. */
const unlikely = [
  '',
  ' ',
  '\u200d',
  'a\nb',
  'a\u0000',
  'a\u202eb',
  'a\u2028b',
  '-',
  'A b',
  'é@é',
  '\ud800',
]

/** Values that the schema of a place refuses, each with the fault's name. */
function refusedAt({ schema, value }: Spot): Refused[] {
  const types = typesOf(schema)
  const { minLength = 0, maxLength, minimum, maximum, maxItems, uniqueItems } = schema
  const { additionalProperties, required = [] } = schema
  const isWrong = (one: unknown): boolean =>
    !types.some((type) => type !== 'null' && wrongly[type]?.includes(one) === false) ||
    !types.includes('null') ||
    one !== null
  const first = types[0] ?? ''
  if (schema.anyOf) return [['none of the alternatives', 7.5]]
  const all: Refused[] =
    types.length === 1
      ? (wrongly[first] ?? []).filter(isWrong).map((one) => ['another type', one])
      : []
  if (schema.enum && types.length === 1)
    all.push(['none of the values', first === 'string' ? 'nothing-like-it' : undefined])
  if (types.includes('string')) {
    if (maxLength !== undefined) all.push(['too long', 'x'.repeat(maxLength + 1)])
    if (minLength > 0) all.push(['too short', ''])
    const { pattern } = schema
    if (pattern !== undefined) {
      const other = unlikely.filter((text) => !new RegExp(pattern, 'u').test(text))
      all.push(...other.map((text) => ['no match of the pattern', text] as const))
    }
  }
  if (minimum !== undefined) all.push(['too small', minimum - 1])
  if (maximum !== undefined) all.push(['too large', maximum + 1])
  if (Array.isArray(value)) {
    const [item] = value
    if (maxItems !== undefined && item !== undefined && uniqueItems !== true)
      all.push(['too many', Array.from({ length: maxItems + 1 }, () => item)])
    if (uniqueItems === true && item !== undefined) all.push(['twice the same', [...value, item]])
  }
  if (isObject(value)) {
    if (additionalProperties === false)
      for (const key of ['unknownKey', 'constructor', 'naem'])
        all.push(['unknown key', { ...value, [key]: 1 }, key])
    for (const key of required) {
      const { [key]: _, ...rest } = value
      all.push(['missing key', rest, key])
    }
    if (schema.maxProperties !== undefined) {
      const many = Array.from({ length: schema.maxProperties + 1 }, (_, at) => [`k${at}`, null])
      all.push(['too many keys', { ...value, ...Object.fromEntries(many) }])
    }
  }
  return all.filter(([, one]) => one !== undefined)
}

function replaced(whole: unknown, [key, ...rest]: Spot['path'], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(whole))
    return whole.map((one, at) => (at === key ? replaced(one, rest, value) : one))
  if (!isObject(whole)) return whole
  return { ...whole, [key]: replaced(whole[key], rest, value) }
}

/** The items of a batch that have the fault: one, or those that take a faulty default from the top. */
function itemsOf(schema: Schema, value: unknown, { path, item }: Spot): Faulty['items'] {
  if (item !== undefined) return [item]
  const entries = Object.entries(schema.properties ?? {})
  const [name = '', list] = entries.find(([, one]) => one['x-batch-of'] !== undefined) ?? []
  const batch = isObject(value) ? value[name] : undefined
  const key = String(path[0])
  const isDefault = Object.hasOwn(followed(list?.items ?? {}).properties ?? {}, key)
  if (!isDefault || !Array.isArray(batch) || batch.length === 0) return undefined
  return batch.flatMap((one, at) => (isObject(one) && Object.hasOwn(one, key) ? [] : [at]))
}

/** The value with one fault that its schema refuses; undefined if the schema allows everything. */
export const faultyOf = (schema: Schema, value: unknown): Arbitrary<Faulty | undefined> => {
  const ways = spotsOf(schema, value).flatMap((spot) =>
    refusedAt(spot).map(([how, wrong, key]): Faulty => ({
      how: `${how}, at /${spot.path.join('/')}`,
      items: itemsOf(followed(schema), value, spot),
      value: replaced(value, spot.path, wrong),
      names: String(key ?? (typeof spot.path.at(-1) === 'number' ? '' : spot.path.at(-1)) ?? ''),
    })),
  )
  return ways.length === 0 ? fc.constant(undefined) : fc.constantFrom(...ways)
}
