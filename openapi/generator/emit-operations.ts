import { docComment, importTypes, literal, sourceFile, union } from './printer.ts'
import type { Operation, Spec } from './spec.ts'

/** What the client and the mock's router must know of each operation at run time, and no more. */
export function emitOperations({ operations }: Spec): string {
  const rows = operations.map((operation) => `  '${operation.id}': ${literal(row(operation))},`)
  return sourceFile(
    [importTypes(['Operation'], '../core/operation.ts')],
    docComment('The name of an operation, which is also its method on the client.') +
      `export type OperationId = ${union(operations.map(({ id }) => literal(id)))}`,
    docComment('Every operation: its method, its path, and where its last argument goes.') +
      `export const operations = {\n${rows.join('\n')}\n} as const satisfies Record<OperationId, Operation>`,
  )
}

function row({ method, path, body, query, result }: Operation) {
  return {
    method: method.toUpperCase(),
    path,
    ...(body && { input: 'body' }),
    ...(query && { input: 'query' }),
    ...(result.kind === 'page' && { list: true }),
    ...(body?.mergePatch && { merge: true }),
  }
}
