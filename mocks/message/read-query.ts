import type { Terms } from '../generated/contract.ts'

type Types = NonNullable<Terms['query']>

/**
 * Converts the texts of a query to their documented types. A text of another type stays a text, and a
 * repeated name becomes an array: validation refuses both.
 */
export function readQuery(
  pairs: Iterable<readonly [name: string, value: unknown]>,
  types: Types = {},
): Record<string, unknown> {
  const values = new Map<string, unknown[]>()
  for (const [name, given] of pairs) {
    const value = readValue(Object.hasOwn(types, name) ? types[name] : undefined, given)
    const earlier = values.get(name)
    if (earlier === undefined) values.set(name, [value])
    else earlier.push(value)
  }
  return Object.fromEntries(
    [...values].map(([name, given]) => [name, given.length === 1 ? given[0] : given]),
  )
}

/** Reads the query that a client would send for an argument. Clients leave `null` out. */
export function rereadQuery(argument: object, types?: Types): Record<string, unknown> {
  const pairs = Object.entries(argument).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
      item === null || item === undefined
        ? []
        : [[name, typeof item === 'object' ? item : String(item)] as const],
    ),
  )
  return readQuery(pairs, types)
}

/** Decimal digits alone: `Number` accepts `0x10`, `1e2`, `+5`, ` 5` and `Infinity` too. */
const integer = /^-?(?:0|[1-9]\d{0,14})$/

/** Reads a whole number; undefined for any other text. */
export function readInteger(text: string): number | undefined {
  return integer.test(text) ? Number(text) : undefined
}

function readValue(type: Types[string] | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (type === 'integer') return readInteger(value) ?? value
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
