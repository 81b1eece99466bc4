import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { breakDown } from './demands.ts'
import { bind } from './bind.ts'
import { decide } from './decide.ts'
import { isOperation } from '../world/operations.ts'
import { strangers } from '../evaluate/strangers.ts'
import { isNamedType, type NamedType, pathArgumentsOf, resourceOf } from '../world/resources.ts'
import { seenBy, sees } from '../evaluate/evaluate.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** The operations that read resources of a type: one of them, and the list. */
export interface ReadOperations {
  readonly get: OperationId
  readonly list: OperationId
}

const reads = new Map(
  Object.entries(operations).flatMap(([id, { method, path }]) =>
    method === 'GET' && isOperation(id) ? [[path, id] as const] : [],
  ),
)

/** The operations that read resources, by type. Derived from the paths of the API's document. */
export const readOperations: ReadonlyMap<NamedType, ReadOperations> = new Map(
  [...reads].flatMap(([path, get]) => {
    const [last = '', type = ''] = /\/\{(\w+)\}$/.exec(path) ?? []
    const list = last === '' ? undefined : reads.get(path.slice(0, -last.length))
    return isNamedType(type) && list !== undefined ? [[type, { get, list }] as const] : []
  }),
)

/** A resource by its type and id. */
export interface ResourceId {
  readonly type: NamedType
  readonly id: string
}

/**
 * Whether a person finds the resource in lists: they must see that it exists, and may get it. If the
 * platform offers no operation to get it, they must be allowed to list it instead.
 *
 * @param isListed - Whether the list is already known to be allowed.
 */
export const finds = (
  context: PolicyContext,
  actor: UserRecord,
  { type, id }: ResourceId,
  isListed = false,
): boolean => {
  const reading = readOperations.get(type)
  const found = resourceOf(context.world, type, id)?.resources
  if (reading === undefined || found === undefined) return false
  const args = pathArgumentsOf(reading.get, found)
  const call = bind(context, { actor, operation: reading.get, args })
  if (call.missing.length > 0 || !sees({ ...context, actor, resources: call.resources }))
    return false
  if ('demands' in breakDown(context, call)) return decide(context, call) === 'yes'
  if (isListed) return true
  const list = { actor, operation: reading.list, args: [...args.slice(0, -1), {}] }
  return decide(context, bind(context, list)) === 'yes'
}

/** Whether a person may get every resource of the type, even one that they have nothing to do with. */
export const readsAny = (
  context: PolicyContext,
  actor: UserRecord,
  type: Exclude<NamedType, 'artifact'>,
): boolean => {
  const operation = readOperations.get(type)?.get
  if (operation === undefined || !seenBy(context, actor).all(type)) return false
  const resources = strangers[type]
  const names = { missing: [], references: [], unresolved: [] }
  const call = {
    actor,
    operation,
    args: [],
    resources,
    input: undefined,
    stated: undefined,
    ...names,
  }
  return decide(context, call) === 'yes'
}
