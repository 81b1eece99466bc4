import type { Schema } from './document.ts'
import { keyedInputs } from './inputs.ts'
import { printProperties, printType } from './print-type.ts'
import { block, docComment, importTypes, sourceFile } from './printer.ts'
import type { Query, Spec } from './spec.ts'

const parameterOf = 'K extends PolicyKeys = AnyKeys'

/** An interface for each named schema and each operation's query, so that editors show its name. */
export function emitModels(spec: Spec): string {
  const keyed = keyedInputs(spec)
  const pages = new Set(
    spec.operations.map(({ result }) => (result.kind === 'page' ? result.model : undefined)),
  )
  const models = Object.entries(spec.schemas)
    .filter(([name]) => !pages.has(name))
    .map(([name, schema]) => emitModel(name, schema, keyed))
  const queries = spec.operations.flatMap(({ id, query }) =>
    query ? [emitQuery(id, query, keyed)] : [],
  )
  const text = [...models, ...queries].join('\n')
  const used = ['AnyKeys', 'KeyMap', 'PolicyKeys'].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(text),
  )
  return sourceFile(
    [importTypes(used, './policies.ts'), importTypes(['components'], './schema.ts')],
    // An interface can extend a generic's instance, not an indexed access type.
    `type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]`,
    text,
  )
}

function emitModel(name: string, schema: Schema, keyed: ReadonlySet<string>): string {
  const doc = docComment(schema.description)
  if (keyed.has(name)) return doc + emitKeyed(name, schema, keyed)
  return schema.properties
    ? `${doc}export interface ${name} extends Schema<'${name}'> {}\n`
    : `${doc}export type ${name} = ${printType(schema, String)}\n`
}

function emitKeyed(name: string, schema: Schema, keyed: ReadonlySet<string>): string {
  const reference = referenceTo(keyed)
  return schema.properties
    ? block(`export interface ${name}<${parameterOf}>`, printProperties(schema, reference))
    : `export type ${name}<${parameterOf}> = ${printType(schema, reference)}\n`
}

const referenceTo = (keyed: ReadonlySet<string>) => (model: string) =>
  keyed.has(model) ? `${model}<K>` : model

function emitQuery(id: string, query: Query, keyed: ReadonlySet<string>): string {
  const schema: Schema = {
    properties: Object.fromEntries(
      query.parameters.map((p) => [p.name, { ...p.schema, description: p.description }]),
    ),
    required: query.parameters.filter(({ required }) => required).map(({ name }) => name),
  }
  const generic = keyed.has(query.model) ? `<${parameterOf}>` : ''
  return (
    docComment(`The query of \`${id}\`.`) +
    block(`export interface ${query.model}${generic}`, printProperties(schema, referenceTo(keyed)))
  )
}
