import { docComment, literal, sourceFile, union } from './printer.ts'
import type { Operation, Spec } from './spec.ts'

/**
 * The facts about every operation at run time, by name. Methods carry their own endpoint, so that a
 * resource which is not imported adds nothing to a bundle.
 */
export function emitOperations({ operations }: Spec): string {
  const rows = operations.map(
    (operation) => `  '${operation.id}': ${literal(endpoint(operation))},`,
  )
  return sourceFile(
    [],
    docComment('The id of an operation, which is also its method on the client.') +
      `export type OperationId = ${union(operations.map(({ id }) => literal(id)))}`,
    docComment('The method and path of an operation, and its input.') +
      `export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path template, such as \`/v1/roles/{role}\`. */
  readonly path: string
  /** The names of its path parameters, in order. */
  readonly parameters: readonly string[]
  /** Where the argument after the path arguments goes. Absent if there is none. */
  readonly input?: 'body' | 'query'
  /** Whether the body is an RFC 7396 merge patch. */
  readonly mergePatch?: true
}\n`,
    docComment('Every operation, by its id.') +
      `export const operations: { readonly [Id in OperationId]: Endpoint } = {\n${rows.join('\n')}\n}\n`,
  )
}

const endpoint = ({ method, path, pathArguments, body, query }: Operation) => ({
  method: method.toUpperCase(),
  path,
  parameters: pathArguments.map(({ name }) => name),
  ...(body ? { input: 'body' } : query && { input: 'query' }),
  ...(body?.mergePatch && { mergePatch: true }),
})
