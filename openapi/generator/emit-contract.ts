import { capitalize, uncapitalize } from './names.ts'
import { docComment, importTypes, literal, sourceFile, union } from './printer.ts'
import { referenceTypes } from './read-references.ts'
import type { Operation, Query, Spec } from './spec.ts'

/** The facts about each operation that the mock needs beside validators. */
export function emitContract({ operations, schemas }: Spec): string {
  const types = [...new Set(Object.values(schemas).flatMap((one) => one['x-resource'] ?? []))]
  const rows = operations.map(
    (operation) => `  '${operation.id}': ${literal(terms(operation, schemas))},`,
  )
  return sourceFile(
    [importTypes(['OperationId'], '../../src/generated/operations.ts')],
    docComment('The types of resources that schemas of the document show.') +
      `export type ShownType = ${union(types.map(literal))}\n`,
    docComment('The types that a string can name.') +
      `export type ReferenceType = ${union(referenceTypes.map(literal))}\n`,
    docComment('A place of a body or query with a reference.') +
      `export interface ReferencePlace {
  /** The keys that lead there; \`*\` stands for each item of a list and each value of a map. */
  readonly at: readonly string[]
  /** The type that is named; left out if the property \`typeFrom\` beside it has it. */
  readonly type?: ReferenceType
  readonly typeFrom?: string
  /** The types that \`typeFrom\` can have. The call is then about the resource, as that type. */
  readonly types?: readonly ReferenceType[]
  /** Whether the names of the object's properties are the references. */
  readonly isKey?: true
  /** The place where the call gives the role, or ticks the grant. */
  readonly in?: 'organization' | 'team' | 'project'
  /** The part that the resource plays in the call, beside those that the path names. */
  readonly as?: 'user' | 'team' | 'project' | 'destination'
  /** Whether the call acts inside the resource, so that it counts as if the path named it. */
  readonly isContainer?: true
  /** Whether it may name a removed user. */
  readonly former?: true
  /** Whether its default is the deployment's default role. */
  readonly orDefault?: true
}\n`,
    docComment("The document's terms of an operation: of its call and its answer.") +
      `export interface Terms {
  /** The status of a successful answer. */
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
  /** The keys of the body or query. */
  readonly keys?: readonly string[]
  /** Query parameters that are not texts: a URL has decimal digits, or \`true\` and \`false\`. */
  readonly query?: Readonly<Record<string, 'integer' | 'boolean'>>
  /** Keys of the answer that a merge patch can't change. */
  readonly readOnly?: readonly string[]
  /** Keys of the answer that a repeat leaves out. */
  readonly secrets?: readonly string[]
  /** The type of resource that its path is about. */
  readonly target?: ShownType
  /** The type of resource that it creates. */
  readonly creates?: ShownType
  /** The people who may call it without an active membership: all, about themselves, or the invited one. */
  readonly openTo?: 'everyone' | 'oneself' | 'invited'
  /** The property of the body with the subject of a question. */
  readonly asksAbout?: string
  /** The list of the body that holds requests of another operation. The faults of each are answered at its place. */
  readonly batch?: { readonly at: string; readonly of: OperationId }
  /** The references in the body or query. */
  readonly references?: readonly ReferencePlace[]
  /** The keys of the body that give something beside what they name. */
  readonly handsOut?: Readonly<Record<string, 'ownership' | 'rights'>>
}\n`,
    docComment('The terms of every operation.') +
      `export const contract: { readonly [Id in OperationId]: Terms } = {\n${rows.join('\n')}\n}\n`,
    docComment('The operation that does something to a type of resource.') +
      `export const operationsOn = {\n${types
        .map((type) => `  ${type}: ${literal(deedsOn(type, operations))},`)
        .join('\n')}\n} as const satisfies Readonly<Record<ShownType, object>>\n`,
  )
}

const deedsOn = (type: string, operations: readonly Operation[]) =>
  Object.fromEntries(
    operations.flatMap(({ id, deed }) =>
      deed?.type === type ? [[camel(deed.verb), id] as const] : [],
    ),
  )

/** `update_plan` as `updatePlan`. */
const camel = (verb: string) => uncapitalize(verb.split('_').map(capitalize).join(''))

/** The query parameters that are not texts. */
function typed(query: Query | undefined): { query?: Record<string, unknown> } {
  const others = (query?.parameters ?? []).filter(({ schema }) => schema.type !== 'string')
  if (others.length === 0) return {}
  return { query: Object.fromEntries(others.map(({ name, schema }) => [name, schema.type])) }
}

const terms = (operation: Operation, schemas: Spec['schemas']) => {
  const { success, body, query, headers, public: open, enforcementPoint } = operation
  const { target, deed, openTo, asksAbout, batch, references, handsOut } = operation
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
    ...(target !== undefined && { target }),
    ...(deed?.verb === 'create' && { creates: deed.type }),
    ...(openTo && { openTo }),
    ...(asksAbout !== undefined && { asksAbout }),
    ...(batch && { batch }),
    ...(references.length > 0 && { references }),
    ...(Object.keys(handsOut).length > 0 && { handsOut }),
  }
}
