import { bundleValidators, type CompileInput, compileValidators } from './compile-validators.ts'
import type { Schema } from './document.ts'
import { literal, propertyName } from './printer.ts'
import type { Operation, Query, Spec } from './spec.ts'

/**
 * Validators of every request and answer, compiled ahead of time into one file, so that no schema is read
 * at run time. Importing the file runs none of them: the code for requests, and that for responses, runs on
 * first use.
 */
export async function emitValidators(spec: Spec): Promise<string> {
  const modules = {
    bodies: compileValidators(modelsOf(spec, bodyModels), { allErrors: true }),
    queries: compileValidators(querySchemas(spec), { allErrors: true }),
    answers: compileValidators(modelsOf(spec, answerModels), {}),
    requests: requestTable(spec),
    responses: responseTable(spec),
  }
  return bundleValidators(entry, modules)
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
