/** A value that a menu has besides the names of things: `true`, or `null` to take something away. */
export type Constant = string | number | boolean | null

/** How a value is entered. */
export type Kind =
  /** `key` is the type of what the text names: `user`, `role`. With `isNullable`, null takes it away. */
  | { readonly kind: 'text'; readonly key?: string; readonly isNullable?: true }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** One of these, or of the things that `key` names. */
  | { readonly kind: 'choice'; readonly options: readonly Constant[]; readonly key?: string }
  | { readonly kind: 'list'; readonly of: Kind }
  /** Any number of entries by name. `key` is the type of what the names name. */
  | { readonly kind: 'map'; readonly of: Kind; readonly key?: string }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'json' }

/** A value with a name: an argument of a path, a property of a body, a parameter of a query. */
export interface Field {
  readonly name: string
  readonly kind: Kind
  readonly isRequired: boolean
  readonly description?: string
}

/** A part of the document, which nobody has checked. */
export type Part = Readonly<Record<string, unknown>>

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object as a part; anything else as one without properties. */
export const partOf = (value: unknown): Part => (isPart(value) ? value : {})

/** A list; anything else as an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text, if it is one. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** Follows the references of a document. */
export function resolver(document: unknown): (part: unknown) => Part {
  const resolve = (part: unknown): Part => {
    const { $ref, ...rest } = partOf(part)
    if (typeof $ref !== 'string') return partOf(part)
    const found = $ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((at, name) => partOf(at)[name.replaceAll('~1', '/')], document)
    return { ...resolve(found), ...rest }
  }
  return resolve
}

/** How values of a schema are entered. What has no form of its own is entered as JSON. */
export function kindOf(schema: Part, resolve: (part: unknown) => Part): Kind {
  // A new key names nothing yet.
  const key = schema['x-new'] === true ? undefined : textIn(schema['x-key'])
  const named = key !== undefined && { key }
  const constants = constantsOf(schema)
  if (constants !== undefined) return { kind: 'choice', options: constants }
  const others = listOf(schema.anyOf).map(resolve)
  if (others.length > 0) return kindOfAny(others)
  const types = typesOf(schema)
  const isNullable = types.includes('null')
  switch (types.find((type) => type !== 'null')) {
    case 'string':
      return { kind: 'text', ...named, ...(isNullable && { isNullable }) }
    case 'integer':
    case 'number':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'boolean' }
    case 'array':
      return listKind(kindOf(resolve(schema.items), resolve))
    case 'object':
      return objectKind(schema, resolve)
    default:
      return { kind: 'json' }
  }
}

/** The fields of an object's properties. */
export function fieldsOf(schema: Part, resolve: (part: unknown) => Part): readonly Field[] {
  const required = new Set(listOf(schema.required))
  return Object.entries(partOf(schema.properties)).map(([name, property]) => {
    const resolved = resolve(property)
    const description = textIn(resolved.description)
    return {
      name,
      kind: kindOf(resolved, resolve),
      isRequired: required.has(name),
      ...(description !== undefined && { description }),
    }
  })
}

const typesOf = ({ type }: Part): readonly unknown[] => (Array.isArray(type) ? type : [type])

const isConstant = (value: unknown): value is Constant =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

function constantsOf(schema: Part): readonly Constant[] | undefined {
  const constants = listOf(schema.enum).filter(isConstant)
  return constants.length > 0 ? constants : undefined
}

/** Texts that name something, and constants beside them, are one menu. */
function kindOfAny(schemas: readonly Part[]): Kind {
  const options = schemas.flatMap((schema) =>
    schema.type === 'null' ? [null] : (constantsOf(schema) ?? []),
  )
  const named = schemas.flatMap((schema) => textIn(schema['x-key']) ?? [])
  const others = schemas.length - options.length - named.length
  const [key] = named
  if (others > 0 || named.length > 1) return { kind: 'json' }
  return { kind: 'choice', options, ...(key !== undefined && { key }) }
}

const listKind = (of: Kind): Kind =>
  of.kind === 'text' || of.kind === 'choice' ? { kind: 'list', of } : { kind: 'json' }

function objectKind(schema: Part, resolve: (part: unknown) => Part): Kind {
  const fields = fieldsOf(schema, resolve)
  if (fields.length > 0) return { kind: 'object', fields }
  if (schema.additionalProperties === true) return { kind: 'json' }
  const of = kindOf(resolve(schema.additionalProperties), resolve)
  const key = textIn(schema['x-key'])
  return of.kind === 'json' ? of : { kind: 'map', of, ...(key !== undefined && { key }) }
}
