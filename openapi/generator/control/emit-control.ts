import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { bundleValidators, compileValidators } from '../compile-validators.ts'
import type { Document, Schema } from '../document.ts'
import { plainComments } from '../emit-schema.ts'
import { format } from '../format.ts'
import { capitalize } from '../names.ts'
import type { Output } from '../output.ts'
import { banner, docComment, importTypes, literal, sourceFile } from '../printer.ts'
import { type ControlOperation, readControl } from './read-control.ts'

const folder = 'mocks/generated/control'

/** The generated files of the control document: its types, its operations, the validators of their input. */
export async function emitControl(document: Document): Promise<Output> {
  const operations = readControl(document)
  const sources = new Map([
    [`${folder}/schema.ts`, await emitTypes(document)],
    [`${folder}/operations.ts`, emitOperations(operations)],
    [`${folder}/validators.d.ts`, emitValidatorTypes()],
  ])
  const formatted = await Promise.all(
    [...sources].map(async ([path, text]) => [path, await format(path, text)] as const),
  )
  const validators = await emitValidators(document, operations)
  return new Map([...formatted, [`${folder}/validators.js`, validators]])
}

/** The types of openapi-typescript, with the mock's own type in place of a schema with `x-type`. */
async function emitTypes(document: Document): Promise<string> {
  const own = new Map(
    Object.values(document.components?.schemas ?? {}).flatMap(({ 'x-type': type }) => {
      const [file = '', name = ''] = type?.split('#') ?? []
      return type === undefined
        ? []
        : [[name, file.replace(/^mocks\//, '../../').replace(/^src\//, '../../../src/')] as const]
    }),
  )
  const nodes = await openapiTS(JSON.stringify(document), {
    defaultNonNullable: false,
    immutable: true,
    silent: true,
    transform: (schema) => {
      const type: unknown = Reflect.get(schema, 'x-type')
      return typeof type === 'string'
        ? ts.factory.createTypeReferenceNode(type.split('#')[1] ?? '')
        : undefined
    },
  })
  return sourceFile(
    [...own].map(([name, file]) => importTypes([name], file)),
    plainComments(astToString(nodes)),
  )
}

function emitOperations(operations: readonly ControlOperation[]): string {
  const rows = operations.map(({ id, method, path, success, body, query, keys, largestBody }) => {
    const facts = {
      method,
      path,
      success,
      ...(body && { body: body.required ? 'required' : 'optional' }),
      ...(query && { query: typesOf(query) }),
      ...(largestBody !== undefined && { largestBody }),
      ...((keys ?? query) && { keys: keys ?? Object.keys(query ?? {}) }),
    }
    return `  ${id}: ${literal(facts)},`
  })
  return sourceFile(
    [],
    docComment('An operation of the control document.') +
      `export interface ControlEndpoint {
  readonly method: string
  readonly path: string
  /** The status of a successful answer. */
  readonly success: number
  /** Whether it takes a body, and needs one. */
  readonly body?: 'required' | 'optional'
  /** The query's parameters that are not texts. Missing if it takes no query. */
  readonly query?: Readonly<Record<string, 'integer' | 'boolean'>>
  /** The names of the body or query. */
  readonly keys?: readonly string[]
  /** The largest body that it takes over HTTP, in bytes. */
  readonly largestBody?: number
}\n`,
    docComment('Every operation of the control document.') +
      `export const controlOperations = {\n${rows.join('\n')}\n} as const satisfies Readonly<Record<string, ControlEndpoint>>\n`,
    docComment('The name of an operation of the control document.') +
      'export type ControlOperation = keyof typeof controlOperations\n',
  )
}

const typesOf = (query: Readonly<Record<string, Schema>>) =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, { type }]) => (type === 'string' ? [] : [[name, type]])),
  )

function emitValidators(document: Document, operations: readonly ControlOperation[]) {
  const queries = operations.flatMap(({ id, query }) =>
    query ? [[queryModel(id), querySchema(query)] as const] : [],
  )
  const schemas = { ...document.components?.schemas, ...Object.fromEntries(queries) }
  const models = operations.flatMap(({ id, body, query }) => {
    const model = query ? queryModel(id) : body?.model
    return model === undefined ? [] : [[id, model] as const]
  })
  const exported = [...new Set(models.map(([, model]) => model))]
  const rows = models.map(([id, model]) => `  ${id}: require('inputs').${model},`)
  return bundleValidators("export const inputOf = (operation) => require('table')[operation]", {
    inputs: compileValidators({ schemas, exported }, { allErrors: true }),
    table: `module.exports = {\n${rows.join('\n')}\n}`,
  })
}

const queryModel = (id: string) => `${capitalize(id)}Query`

const querySchema = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
})

const emitValidatorTypes = () => `// ${banner}

import type { ControlOperation } from './operations.js'
import type { Validate } from '../validators.js'

/** The validator of an operation's body or query; undefined if it takes neither. */
export function inputOf(operation: ControlOperation): Validate | undefined
`
