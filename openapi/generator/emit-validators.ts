import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Options } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import type { Plugin } from 'esbuild'
import type { Schema } from './document.ts'
import { banner, literal, propertyName } from './printer.ts'
import type { Operation, Query, Spec } from './spec.ts'
import { validationSchema } from './validation-schema.ts'

// CommonJS modules: under Node's ESM rules their `default` is a property of what is imported.
const addFormats = ajvFormats.default
const standaloneCode = standalone.default

/**
 * Validators of every request and answer, compiled ahead of time into one file, so that no schema is read
 * at run time. Importing the file runs none of them: the code for requests, and that for responses, is a
 * function that runs on first use. Ajv's own output calls `require`, so it is bundled.
 */
export async function emitValidators(spec: Spec): Promise<string> {
  const modules = {
    bodies: compile(modelsOf(spec, bodyModels), { allErrors: true }),
    queries: compile(querySchemas(spec), { allErrors: true }),
    answers: compile(modelsOf(spec, answerModels), {}),
    requests: requestTable(spec),
    responses: responseTable(spec),
  }
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname },
    plugins: [inMemory(modules)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    minify: true,
    banner: { js: `// ${banner}` },
  })
  return outputFiles[0]?.text ?? ''
}

interface CompileInput {
  /** The schemas by id. Those in `exported` become exports; the others are only referred to. */
  readonly schemas: Readonly<Record<string, Schema>>
  readonly exported: readonly string[]
}

function compile({ schemas, exported }: CompileInput, options: Options): string {
  const ajv = new Ajv2020({
    ...options,
    strict: true,
    allowUnionTypes: true,
    // Schemas that refer to one another share functions.
    inlineRefs: false,
    code: { source: true },
  })
  addFormats(ajv)
  for (const [id, schema] of Object.entries(schemas))
    ajv.addSchema({ ...validationSchema(schema), $id: id })
  return standaloneCode(ajv, Object.fromEntries(exported.map((id) => [id, id])))
}

const modelsOf = (spec: Spec, pick: (operation: Operation) => readonly string[]): CompileInput => ({
  schemas: spec.schemas,
  exported: [...new Set(spec.operations.flatMap(pick))].toSorted(),
})

const bodyModels = ({ body }: Operation) => (body ? [body.model] : [])

const answersOf = ({ success, problems }: Operation) => [success, ...problems]

const answerModels = (operation: Operation) =>
  answersOf(operation).flatMap(({ model }) => (model ? [model] : []))

function querySchemas({ operations, schemas }: Spec): CompileInput {
  const queries = operations.flatMap(({ query }) => (query ? [query] : []))
  return {
    schemas: { ...schemas, ...Object.fromEntries(queries.map((q) => [q.model, querySchema(q)])) },
    exported: queries.map(({ model }) => model),
  }
}

const querySchema = ({ parameters }: Query): Schema => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
  additionalProperties: false,
})

/** esbuild makes a function of every module that is imported by `require`. */
const entry = `
export const requestsOf = (operation) => require('requests')[operation]
export const responsesOf = (operation) => require('responses')[operation]
`

const requestTable = ({ operations }: Spec): string =>
  table(operations, ({ body, query }) => [
    ...(body ? [['body', `require('bodies').${body.model}`] as const] : []),
    ...(query ? [['query', `require('queries').${query.model}`] as const] : []),
  ])

const responseTable = ({ operations }: Spec): string =>
  table(operations, (operation) =>
    answersOf(operation).flatMap(({ status, model }) =>
      model ? [[String(status), `require('answers').${model}`] as const] : [],
    ),
  )

type Entries = readonly (readonly [key: string, value: string])[]

function table(
  operations: readonly Operation[],
  entries: (operation: Operation) => Entries,
): string {
  const rows = operations.map((operation) => {
    const cells = entries(operation).map(([key, value]) => `${propertyName(key)}: ${value}`)
    return `  ${literal(operation.id)}: { ${cells.join(', ')} },`
  })
  return `module.exports = {\n${rows.join('\n')}\n}`
}

/** Lets esbuild import the compiled code by name, without files in between. */
const inMemory = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'in-memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${Object.keys(modules).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'memory',
    }))
    onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({
      contents: modules[path] ?? '',
      resolveDir: join(import.meta.dirname, '../..'),
    }))
  },
})
