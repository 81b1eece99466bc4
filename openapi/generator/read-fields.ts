import type { Schema } from './document.ts'
import type { Operation, Spec } from './spec.ts'

/** The shape of a field of a body or query, as in `mocks/policy/language/shape.ts`. */
type FieldShape = string | readonly string[]

/** Deep enough for every input, and an end for schemas that contain themselves. */
const deepest = 4

/** The fields of an operation's body or query, by dotted path, with their shapes. */
export function readFields(
  { body, query }: Operation,
  schemas: Spec['schemas'],
): Readonly<Record<string, FieldShape>> {
  const resolve = ({ $ref, ...schema }: Schema): Schema =>
    $ref === undefined ? schema : (schemas[$ref.split('/').at(-1) ?? ''] ?? {})

  const fieldsOf = (
    properties: Readonly<Record<string, Schema>>,
    prefix = '',
    depth = 0,
  ): readonly (readonly [string, FieldShape])[] =>
    Object.entries(properties).flatMap(([name, reference]) => {
      const schema = resolve(reference)
      const inner = depth < deepest ? (schema.properties ?? {}) : {}
      const field = [`${prefix}${name}`, shapeOf(schema, resolve)] as const
      return [field, ...fieldsOf(inner, `${prefix}${name}.`, depth + 1)]
    })

  const parameters = query?.parameters.map(({ name, schema }) => [name, schema] as const)
  const properties = body ? schemas[body.model]?.properties : Object.fromEntries(parameters ?? [])
  return Object.fromEntries(fieldsOf(properties ?? {}))
}

function shapeOf(schema: Schema, resolve: (schema: Schema) => Schema): FieldShape {
  const { anyOf, oneOf, enum: several, const: only, type } = schema
  const alternatives = anyOf ?? oneOf
  if (alternatives) {
    const shapesOf = alternatives.map((one) => shapeOf(resolve(one), resolve))
    const [first, ...others] = shapesOf.filter((shape) => shape !== 'null')
    return first !== undefined && others.every((one) => String(one) === String(first))
      ? first
      : 'any'
  }
  const texts = several?.filter((one) => typeof one === 'string')
  if (texts && texts.length > 0) return texts
  if (only === true) return 'flag'
  const types = [type ?? []].flat().filter((one) => one !== 'null')
  if (type === 'null') return 'null'
  const [name] = types
  if (types.length !== 1 || name === undefined) return 'any'
  return name === 'string' && 'format' in schema && schema.format === 'email'
    ? 'email'
    : (shapes[name] ?? 'any')
}

const shapes: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'flag',
  integer: 'number',
  number: 'number',
  array: 'list',
  object: 'map',
}
