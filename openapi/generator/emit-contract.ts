import { docComment, importTypes, literal, sourceFile } from './printer.ts'
import type { Operation, Query, Spec } from './spec.ts'

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
  /** Whether an enforcement point may call it. */
  readonly enforcementPoint?: true
  /** Whether \`If-Match\` guards it. */
  readonly ifMatch?: true
  /** Whether \`Idempotency-Key\` makes it safe to repeat. */
  readonly idempotent?: true
  /** Keys that the body or the query may have at its top. */
  readonly keys?: readonly string[]
  /** Query parameters that are no text: a URL has their decimal digits, or \`true\` and \`false\`. */
  readonly query?: Readonly<Record<string, 'integer' | 'boolean'>>
  /** Keys of the answer that a merge patch can not change. */
  readonly readOnly?: readonly string[]
  /** Keys of the answer that a repeat leaves out. */
  readonly secrets?: readonly string[]
}\n`,
    docComment('The terms of every operation.') +
      `export const contract: { readonly [Id in OperationId]: Terms } = {\n${rows.join('\n')}\n}\n`,
  )
}

/** Which parameters of a query are no text. */
function typed(query: Query | undefined): { query?: Record<string, unknown> } {
  const others = (query?.parameters ?? []).filter(({ schema }) => schema.type !== 'string')
  if (others.length === 0) return {}
  return { query: Object.fromEntries(others.map(({ name, schema }) => [name, schema.type])) }
}

const terms = (operation: Operation, schemas: Spec['schemas']) => {
  const { success, body, query, headers, public: open, enforcementPoint } = operation
  const propertiesOf = (model: string | undefined) =>
    (model !== undefined && schemas[model]?.properties) || {}
  const keysOf = (model: string | undefined) => Object.keys(propertiesOf(model))
  const keys = body ? keysOf(body.model) : query?.parameters.map(({ name }) => name)
  const fixed = body?.mergePatch ? keysOf(success.model).filter((key) => !keys?.includes(key)) : []
  const secrets = Object.entries(propertiesOf(success.model)).flatMap(([key, schema]) =>
    schema['x-secret'] ? [key] : [],
  )
  return {
    success: success.status,
    ...(body?.required && { bodyRequired: true }),
    ...(open && { public: true }),
    ...(enforcementPoint && { enforcementPoint: true }),
    ...(headers.includes('If-Match') && { ifMatch: true }),
    ...(headers.includes('Idempotency-Key') && { idempotent: true }),
    ...(keys && { keys }),
    ...typed(query),
    ...(fixed.length > 0 && { readOnly: fixed }),
    ...(secrets.length > 0 && { secrets }),
  }
}
