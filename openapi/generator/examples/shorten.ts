import type { Document, Schema } from '../document.ts'

/** The most entries that a shortened list or map shows. */
const shown = 2

/** Leaves out all but the first entries of each list, and of each map. Values without a schema stay whole. */
export function shorten(value: unknown, schema: Schema, document: Document): unknown {
  const { $ref, items, properties, additionalProperties } = schema
  if ($ref !== undefined) {
    const target = document.components?.schemas?.[$ref.split('/').at(-1) ?? '']
    return target ? shorten(value, target, document) : value
  }
  if (Array.isArray(value)) {
    const first: readonly unknown[] = value.slice(0, shown)
    return items ? first.map((item) => shorten(item, items, document)) : first
  }
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = Object.entries(value)
  if (properties)
    return Object.fromEntries(
      entries.map(([key, part]) => [key, shorten(part, properties[key] ?? {}, document)]),
    )
  if (typeof additionalProperties !== 'object') return value
  return Object.fromEntries(
    entries
      .slice(0, shown)
      .map(([key, part]) => [key, shorten(part, additionalProperties, document)]),
  )
}
