/** The parts of an OpenAPI document that a program can depend on. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly security?: unknown
}

/** The two documents, and the schemas that are compared already. */
export interface Both {
  readonly earlier: Document
  readonly later: Document
  readonly compared: Set<string>
}

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as an object; empty if it is none. */
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {})

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The texts of a list, or the one text. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** What a reference such as `#/components/schemas/Role` names, and its name; else the value itself. */
export function resolve(document: Document, value: unknown): { name?: string; value: Json } {
  const found = objectOf(value)
  const [, kind = '', name = ''] =
    /^#\/components\/(\w+)\/(.+)$/.exec(typeof found.$ref === 'string' ? found.$ref : '') ?? []
  if (name === '') return { value: found }
  const target = resolve(document, document.components[kind]?.[name])
  return { name, value: target.value }
}

/** Words for people, which no program reads. */
const words = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'tags',
  'externalDocs',
])

/**
 * The document without its texts, examples and extensions.
 *
 * @throws `TypeError` if it has no paths and components.
 */
export function withoutWords({ paths, components, security }: Json): Document {
  const kept = withoutTexts({ paths, components, ...(security !== undefined && { security }) })
  if (!isDocument(kept)) throw new TypeError('The document has no paths or no components.')
  return kept
}

const isDocument = (value: unknown): value is Document =>
  isObject(value) && isObject(value.paths) && isObject(value.components)

/** `properties` and other maps have keys of the document's own, which may be called as words are. */
const maps = new Set([
  'properties',
  'schemas',
  'parameters',
  'responses',
  'headers',
  'paths',
  'examples',
])

function withoutTexts(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutTexts(one))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isMap || !(words.has(key) || key.startsWith('x-')))
      .map(([key, one]) => [key, withoutTexts(one, maps.has(key) && isObject(one))]),
  )
}
