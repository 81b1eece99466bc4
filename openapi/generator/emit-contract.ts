import { capitalize, uncapitalize } from './names.ts'
import { docComment, importTypes, literal, sourceFile, union } from './printer.ts'
import { referenceTypes } from './read-references.ts'
import type { Operation, Query, Spec } from './spec.ts'

/** What the mock must know of each operation beside its validators. */
export function emitContract({ operations, schemas }: Spec): string {
  const types = [...new Set(Object.values(schemas).flatMap((one) => one['x-resource'] ?? []))]
  const rows = operations.map(
    (operation) => `  '${operation.id}': ${literal(terms(operation, schemas))},`,
  )
  return sourceFile(
    [importTypes(['OperationId'], '../../src/generated/operations.ts')],
    docComment('What a schema of the document shows.') +
      `export type ShownType = ${union(types.map(literal))}\n`,
    docComment('What a string can name.') +
      `export type ReferenceType = ${union(referenceTypes.map(literal))}\n`,
    docComment('A place of a body or a query where something is named.') +
      `export interface ReferencePlace {
  /** The keys that lead there; \`*\` stands for each item of a list and each value of a map. */
  readonly at: readonly string[]
  /** What is named; left out where the property \`typeFrom\` beside it says so. */
  readonly type?: ReferenceType
  readonly typeFrom?: string
  /** The types that \`typeFrom\` can say; the call is then about what is named, as that. */
  readonly types?: readonly ReferenceType[]
  /** Whether the names of the object's properties are the references. */
  readonly isKey?: true
  /** Where a role is held, if the call is to hand it out, or a box ticked. */
  readonly in?: 'organization' | 'team' | 'project'
  /** What the call then is about, beside what its path names. */
  readonly as?: 'user' | 'team' | 'project' | 'destination'
  /** Whether the call is about what is in it, so that it counts as if the path named it. */
  readonly isContainer?: true
  /** Whether it may name somebody who was removed. */
  readonly former?: true
  /** Whether the deployment's default role counts where it is left out. */
  readonly orDefault?: true
}\n`,
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
  /** What its path is about. */
  readonly target?: ShownType
  /** The type that it creates. */
  readonly creates?: ShownType
  /** Who may call it without an active membership: anybody, who asks about themselves, who is invited. */
  readonly openTo?: 'everyone' | 'oneself' | 'invited'
  /** The property of the body that says who is asked about. */
  readonly asksAbout?: string
  /** What the body or the query names. */
  readonly references?: readonly ReferencePlace[]
  /** What the body gives by a key beside what it names. */
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

/** Which parameters of a query are no text. */
function typed(query: Query | undefined): { query?: Record<string, unknown> } {
  const others = (query?.parameters ?? []).filter(({ schema }) => schema.type !== 'string')
  if (others.length === 0) return {}
  return { query: Object.fromEntries(others.map(({ name, schema }) => [name, schema.type])) }
}

const terms = (operation: Operation, schemas: Spec['schemas']) => {
  const { success, body, query, headers, public: open, enforcementPoint } = operation
  const { target, deed, openTo, asksAbout, references, handsOut } = operation
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
    ...(references.length > 0 && { references }),
    ...(Object.keys(handsOut).length > 0 && { handsOut }),
  }
}
