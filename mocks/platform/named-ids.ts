import type { NamedIds } from '../log/kept.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { pointerSteps } from '../shared/json-pointer.ts'
import { pathParametersOf } from '../policy/world/operations.ts'
import type { Call } from '../policy/call/call.ts'
import { rolePlaceOf, type Reference, referencesOf } from '../policy/call/references.ts'
import { isNamedType } from '../policy/world/resources.ts'
import type { CallRequest, Platform } from './platform.ts'

/** The ids of the resources that a call names, in its path and its body. */
export function idsNamedBy(platform: Platform, { operation, args, references }: Call): NamedIds {
  const ids = new Map<string, string>()
  for (const [index, name] of pathParametersOf(operation).entries()) {
    const id = idInPath(platform, name, args[index])
    if (id !== undefined) ids.set(name, id)
  }
  for (const named of references) {
    const id = idInBody(platform, named)
    if (id !== undefined) ids.set(placeIn(named), id)
  }
  return ids
}

/**
 * The call, with ids in place of references that no longer name the same resources: a resource may be
 * gone, and another may have its key.
 */
export function namingByIds(
  platform: Platform,
  request: CallRequest<OperationId>,
  ids: NamedIds,
): CallRequest<OperationId> {
  const { operation, args } = request
  const names = pathParametersOf(operation)
  const path = names.map((name, index) => {
    const id = ids.get(name)
    return id === idInPath(platform, name, args[index]) ? args[index] : (id ?? args[index])
  })
  let body = args[names.length]
  // Keys of maps come last: their values are found by them.
  const references = namedInBody(operation, args)
  for (const named of references.toSorted((a, b) => Number(a.isKey ?? 0) - Number(b.isKey ?? 0))) {
    const id = ids.get(placeIn(named))
    if (id === undefined || id === idInBody(platform, named)) continue
    body = withId(body, pointerSteps(named.pointer), id, named.isKey === true)
  }
  return { ...request, args: [...path, ...(args.length > names.length ? [body] : [])] }
}

const placeIn = ({ type, pointer }: Reference): string => `${type} ${pointer}`

const idInPath = ({ world }: Platform, name: string, reference: unknown): string | undefined =>
  isNamedType(name) ? world[name](String(reference))?.id : undefined

function idInBody({ world, compiled }: Platform, named: Reference): string | undefined {
  const { type, reference } = named
  switch (type) {
    case 'role':
      return world.role(reference, rolePlaceOf(compiled.policy, named))?.id
    case 'user':
    case 'team':
    case 'project':
      return world[type](reference)?.id
    case 'permission':
    case 'kind':
    case 'grant':
      return undefined
  }
}

function namedInBody(
  operation: OperationId,
  args: CallRequest<OperationId>['args'],
): readonly Reference[] {
  const body = args[pathParametersOf(operation).length]
  return referencesOf(operation, isRecord(body) ? body : undefined)
}

/** The value, with an id at the end of the steps in place of the value or, with `isKey`, of the key. */
function withId(value: unknown, steps: readonly string[], id: string, isKey: boolean): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return id
  const inner = (key: string, part: unknown): readonly [string, unknown] =>
    key !== step
      ? [key, part]
      : isKey && rest.length === 0
        ? [id, part]
        : [key, withId(part, rest, id, isKey)]
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => inner(key, part)))
    : value
}
