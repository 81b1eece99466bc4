import { docComment, importTypes, literal, sourceFile } from './printer.ts'
import type { Operation, Spec } from './spec.ts'

/** What the mock must know of each operation beside its validators. */
export function emitContract({ operations, schemas }: Spec): string {
  const rows = operations.map(
    (operation) => `  '${operation.id}': ${literal(terms(operation, schemas))},`,
  )
  return sourceFile(
    [importTypes(['OperationId'], '../../src/generated/operations.ts')],
    docComment("What the document promises of an operation's answer, and asks of its call.") +
      `export interface Terms {
  /** The status of an answer that is no problem. */
  readonly success: number
  /** Whether a call without a body is malformed. */
  readonly bodyRequired?: true
  /** Whether it answers without a token. */
  readonly public?: true
  /** Whether \`If-Match\` guards it. */
  readonly ifMatch?: true
  /** Whether \`Idempotency-Key\` makes it safe to repeat. */
  readonly idempotent?: true
  /** Keys that the body or the query may have at its top. */
  readonly keys?: readonly string[]
  /** Keys of the answer that a merge patch can not change. */
  readonly readOnly?: readonly string[]
}\n`,
    docComment('The terms of every operation.') +
      `export const contract: { readonly [Id in OperationId]: Terms } = {\n${rows.join('\n')}\n}\n`,
  )
}

const terms = (operation: Operation, schemas: Spec['schemas']) => {
  const { success, body, query, headers, public: open } = operation
  const keysOf = (model: string | undefined) =>
    Object.keys((model !== undefined && schemas[model]?.properties) || {})
  const keys = body ? keysOf(body.model) : query?.parameters.map(({ name }) => name)
  const fixed = body?.mergePatch ? keysOf(success.model).filter((key) => !keys?.includes(key)) : []
  return {
    success: success.status,
    ...(body?.required && { bodyRequired: true }),
    ...(open && { public: true }),
    ...(headers.includes('If-Match') && { ifMatch: true }),
    ...(headers.includes('Idempotency-Key') && { idempotent: true }),
    ...(keys && { keys }),
    ...(fixed.length > 0 && { readOnly: fixed }),
  }
}
