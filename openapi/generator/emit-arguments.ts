import { inputModels } from './inputs.ts'
import { block, docComment, importTypes, sourceFile } from './printer.ts'
import type { Operation, Spec } from './spec.ts'

/** The arguments of each operation as they reach a server: without options, and a patch as data. */
export const emitArguments = ({ operations }: Spec): string =>
  sourceFile(
    [importTypes(operations.flatMap(inputModels), '../../src/generated/models.ts')],
    docComment(
      'The arguments of each call that reach the platform: path arguments, then the body or the query.',
    ) +
      block(
        'export interface OperationArguments',
        operations.map((operation) => `'${operation.id}': readonly [${members(operation)}]`),
      ),
  )

function members({ pathArguments, body, query }: Operation): string {
  return [
    ...pathArguments.map(({ name }) => `${name}: string`),
    ...(body ? [`body${body.required ? '' : '?'}: ${body.model}`] : []),
    ...(query ? [`query${query.required ? '' : '?'}: ${query.model}`] : []),
  ].join(', ')
}
