import { docComment, importTypes, literal, sourceFile } from './printer.ts'
import { readFields } from './read-fields.ts'
import type { Spec } from './spec.ts'

/** The fields of each operation's body or query that policies may compare. */
export const emitInputFields = ({ operations, schemas }: Spec): string =>
  sourceFile(
    [
      importTypes(['OperationId'], '../../src/generated/operations.ts'),
      importTypes(['Shapes'], '../policy/language/shape.ts'),
    ],
    docComment('The fields of every body and query, by dotted path, with what each holds.') +
      `export const inputFields: { readonly [Id in OperationId]: Shapes } = {\n${operations
        .map((operation) => `  '${operation.id}': ${literal(readFields(operation, schemas))},`)
        .join('\n')}\n}\n`,
  )
