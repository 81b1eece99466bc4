import type { Schema } from './document.ts'
import { refName } from './names.ts'
import { docComment, literal, propertyName, union } from './printer.ts'

/** The kinds of keys that a policy defines. Team keys are strings in every policy. */
export const policyKeys = ['permission', 'role', 'grant', 'kind'] as const

const policyKeyOf = (schema: Schema | undefined) =>
  policyKeys.find((key) => key === schema?.['x-key'])

/** Prints a reference to a named schema. */
export type PrintReference = (model: string) => string

/** The TypeScript type of a schema, with `K['role']` and the like for a policy's keys. */
export function printType(schema: Schema, reference: PrintReference): string {
  const model = refName(schema)
  if (model) return reference(model)
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return union(schema.enum.map(literal))
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return union(choices.map((choice) => printType(choice, reference)))
  const types = [schema.type ?? 'unknown'].flat()
  return union(types.map((type) => printSimpleType(type, schema, reference)))
}

function printSimpleType(type: string, schema: Schema, reference: PrintReference): string {
  switch (type) {
    case 'string': {
      const key = policyKeyOf(schema)
      return key ? `K['${key}']` : 'string'
    }
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
    case 'null':
      return type
    case 'array':
      return `Array<${printType(schema.items ?? {}, reference)}>`.replace(
        /^Array<([^|{}<>]*)>$/,
        '$1[]',
      )
    case 'object':
      return printObject(schema, reference)
    default:
      return 'unknown'
  }
}

function printObject(schema: Schema, reference: PrintReference): string {
  if (schema.properties) return `{\n${printProperties(schema, reference).join('\n')}\n}`
  const { additionalProperties } = schema
  const value =
    typeof additionalProperties === 'object'
      ? printType(additionalProperties, reference)
      : 'unknown'
  const key = policyKeyOf(schema) ?? policyKeyOf(schema.propertyNames)
  return key ? `KeyMap<K['${key}'], ${value}>` : `Record<string, ${value}>`
}

/** One documented line for each property of an object. */
export function printProperties(schema: Schema, reference: PrintReference): string[] {
  const required = new Set(schema.required)
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      docComment(property.description, defaultTag(property)) +
      `${propertyName(name)}${required.has(name) ? '' : '?'}: ${printType(property, reference)}`,
  )
  return schema.additionalProperties === true
    ? [...properties, '[key: string]: unknown']
    : properties
}

const defaultTag = (schema: Schema) =>
  schema.default === undefined ? undefined : `@defaultValue \`${literal(schema.default)}\``

/** The named schemas that a schema mentions, and whether it mentions a policy's key itself. */
export function mentions(schema: Schema): { models: string[]; keyed: boolean } {
  const model = refName(schema)
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
    schema.items,
    schema.propertyNames,
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
  ]
  const inner = parts.filter((part) => part !== undefined).map(mentions)
  return {
    models: [...(model ? [model] : []), ...inner.flatMap(({ models }) => models)],
    keyed: policyKeyOf(schema) !== undefined || inner.some(({ keyed }) => keyed),
  }
}
