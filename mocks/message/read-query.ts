import type { Terms } from '../generated/contract.ts'

type Types = NonNullable<Terms['query']>

/**
 * Reads a query's texts as the document says. A text that is not what it should be stays as it is,
 * and a name given several times is an array: validation refuses both.
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

/** The query that a client would send for this argument, read again: `null` is left out there. */
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

/** Decimal digits alone: JavaScript's own reading takes `0x10`, `1e2`, `+5`, ` 5` and `Infinity` too. */
const integer = /^-?(?:0|[1-9]\d{0,14})$/

/** The whole number that a text is; undefined for any other text. */
export function readInteger(text: string): number | undefined {
  return integer.test(text) ? Number(text) : undefined
}

function readValue(type: Types[string] | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (type === 'integer') return readInteger(value) ?? value
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
