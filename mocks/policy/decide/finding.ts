import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { breakDown } from './demands.ts'
import { bind } from './bind.ts'
import { decide } from './decide.ts'
import type { Judge } from '../language/judge.ts'
import { isOperation } from '../world/operations.ts'
import { strangers } from '../evaluate/strangers.ts'
import { isNamedType, type NamedType, pathArgumentsOf, resourceOf } from '../world/resources.ts'
import { seenBy, sees } from '../evaluate/evaluate.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** The calls that read resources of a type: one of them, and all. */
export interface ReadOperations {
  readonly get: OperationId
  readonly list: OperationId
}

const reads = new Map(
  Object.entries(operations).flatMap(([id, { method, path }]) =>
    method === 'GET' && isOperation(id) ? [[path, id] as const] : [],
  ),
)

/** How things are read, by their type: the paths of the API's document say so. */
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
 * Whether somebody finds the resource in lists: they see that it exists, and may get it. Where the
 * platform has no call that gets it, seeing it is enough for whoever may list it.
 *
 * @param isListed - Whether the list was asked for, and allowed, already.
 */
export const finds = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { type, id }: ResourceId,
  isListed = false,
): boolean => {
  const reading = readOperations.get(type)
  const found = resourceOf(world, type, id)?.resources
  if (reading === undefined || found === undefined) return false
  const args = pathArgumentsOf(reading.get, found)
  const call = bind(judge, world, actor, reading.get, args)
  if (call.missing.length > 0 || !sees({ judge, world, actor, resources: call.resources }))
    return false
  if ('demands' in breakDown(judge.policy, world, call)) return decide(judge, world, call) === 'yes'
  if (isListed) return true
  const list = bind(judge, world, actor, reading.list, [...args.slice(0, -1), {}])
  return decide(judge, world, list) === 'yes'
}

/** Whether somebody may get any resource of the type, whatever there is: one that they have nothing to do with too. */
export const readsAny = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  type: Exclude<NamedType, 'artifact'>,
): boolean => {
  const operation = readOperations.get(type)?.get
  if (operation === undefined || !seenBy(judge, world, actor).all(type)) return false
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
  return decide(judge, world, call) === 'yes'
}
