import type { Document } from './document.ts'
import type { OperationSource } from './read-operation.ts'
import type { Argument, Result } from './spec.ts'

/** The deeds of operations whose method and answer don't tell. */
const verbs = [
  'accept',
  'reject',
  'transfer',
  'update_plan',
  'move',
  'run',
  'identify',
  'evaluate',
] as const

export type Verb = (typeof verbs)[number] | 'get' | 'list' | 'create' | 'update' | 'delete'

/** The deed of an operation, and the type of resource that it is done to. */
export interface Deed {
  readonly verb: Verb
  readonly type: string
}

/** The people who may make a call without an active membership. */
const openings = ['everyone', 'oneself', 'invited'] as const
export type OpenTo = (typeof openings)[number]

const resourceTypes = ({ components }: Document): ReadonlySet<string> =>
  new Set(Object.values(components?.schemas ?? {}).flatMap((one) => one['x-resource'] ?? []))

/** The type that an operation is about: that of the last resource in its path, or of the path itself. */
export function readTarget(
  { document, item, fault }: OperationSource,
  path: readonly Argument[],
): string | undefined {
  const types = resourceTypes(document)
  const { 'x-target': whole } = item
  if (whole !== undefined && !types.has(whole))
    fault(`has x-target ${whole}, and no schema has that x-resource.`)
  return whole ?? path.findLast(({ name }) => types.has(name))?.name
}

/** The deed of an operation; undefined for an unusual one, or one without a resource. */
export function readDeed(
  context: OperationSource,
  target: string | undefined,
  status: number,
  result: Result,
): Deed | undefined {
  const { document, method, source } = context
  const answered = result.kind === 'page' ? result.item : 'model' in result && result.model
  const type = document.components?.schemas?.[answered || '']?.['x-resource']
  if (source['x-does'] !== undefined) return readSaid(context, source['x-does'], target ?? type)
  if (method === 'delete') return deed('delete', target)
  if (result.kind === 'page') return deed('list', type)
  if (status === 201) return deed('create', type)
  if (type !== target) return undefined
  if (method === 'get') return deed('get', type)
  return method === 'patch' ? deed('update', type) : undefined
}

const deed = (verb: Verb, type: string | undefined): Deed | undefined =>
  type === undefined ? undefined : { verb, type }

function readSaid(
  { fault }: OperationSource,
  does: string,
  type: string | undefined,
): Deed | undefined {
  const verb = verbs.find((one) => one === does)
  if (verb === undefined) fault(`has x-does ${does}, which is none of ${verbs.join(', ')}.`)
  if (type === undefined) fault('has x-does, and neither its path nor its answer is a resource.')
  return verb && deed(verb, type)
}

/** The people who may call it without an active membership; undefined for nobody. */
export function readOpenTo({ source, fault }: OperationSource): OpenTo | undefined {
  const { 'x-open-to': to, 'x-asks-about': subject } = source
  const open = openings.find((one) => one === to)
  if (to !== undefined && open === undefined)
    fault(`has x-open-to ${to}, which is none of ${openings.join(', ')}.`)
  if (open === 'oneself' && subject === undefined)
    fault('has x-open-to oneself, and no x-asks-about that says who is asked about.')
  return open
}
