import { join } from 'node:path'
import { operations } from '../../src/generated/operations.ts'
import { format } from './format.ts'
import type { JsonSchema } from '../../mocks/policy-check/json-schema.ts'
import type { Output } from './output.ts'
import { docComment, sourceFile } from './printer.ts'
import { typeReader } from './type-schema.ts'

/** The types that users may write as files. */
const files = {
  policy: { about: 'a policy', type: 'Policy', source: 'mocks/policy/language/policy.ts' },
  scenario: { about: 'a scenario', type: 'Scenario', source: 'mocks/policies/scenario.ts' },
  faults: { about: 'a plan of faults', type: 'FaultPlan', source: 'mocks/faults/plan.ts' },
  snapshot: { about: 'a snapshot', type: 'Snapshot', source: 'mocks/snapshot/snapshot.ts' },
} as const

/** The JSON Schemas of files that users write, from the types: as files for editors, and as a module for the mock. */
export async function emitPolicySchemas(root: string): Promise<Output> {
  const read = typeReader(Object.values(files).map(({ source }) => join(root, source)))
  const schemas = Object.entries(files).map(
    ([name, { about, type }]) => [name, about, withOperations(read(type))] as const,
  )
  const module = sourceFile(
    ["import type { JsonSchema } from '../policy-check/json-schema.ts'"],
    ...schemas.map(
      ([name, about, schema]) =>
        `${docComment(`The JSON Schema of ${about}.`)}export const ${name}Schema = (): JsonSchema => ${name}\n\nconst ${name}: JsonSchema = ${JSON.stringify(schema)}\n`,
    ),
  )
  const texts = [
    ['mocks/generated/file-schemas.ts', module] as const,
    ...schemas.map(
      ([name, , schema]) =>
        [`mocks/generated/${name}.schema.json`, JSON.stringify(schema, null, 2)] as const,
    ),
  ]
  const formatted = texts.map(async ([path, text]) => [path, await format(path, text)] as const)
  return new Map(await Promise.all(formatted))
}

/** The type leaves the keys of a policy's `changes` open; they are the API's operations. */
function withOperations(schema: JsonSchema): JsonSchema {
  const { changes } = schema.properties ?? {}
  if (changes === undefined) return schema
  const names: JsonSchema = { enum: Object.keys(operations) }
  return {
    ...schema,
    properties: { ...schema.properties, changes: { ...changes, propertyNames: names } },
  }
}
