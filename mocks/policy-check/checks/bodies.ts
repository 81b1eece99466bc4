import { isOperation } from '../../policy/world/operations.ts'
import { isMapChange } from '../../policy/language/changes.ts'
import type { MapChange, Policy } from '../../policy/language/policy.ts'
import { referencePlacesOf } from '../../policy/call/references.ts'
import { operations, type OperationId } from '../../../src/generated/operations.ts'
import { contract, operationsOn } from '../../generated/contract.ts'
import { requestsOf } from '../../generated/validators.js'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Finds impossible bodies, keys that are no such maps, and actions of kinds asked by the wrong operation. */
export const bodyProblems = (policy: Policy): readonly Finding[] =>
  Object.keys(policy.changes).flatMap((operation) =>
    isOperation(operation)
      ? [
          ...impossible(policy, operation),
          ...noMaps(policy, operation),
          ...notOfKinds(policy, operation),
        ]
      : [],
  )

/** The action of a kind that belongs to another operation. */
function notOfKinds({ changes }: Policy, operation: OperationId): readonly Finding[] {
  const { ofKind } = changes[operation] ?? {}
  const own = kindActionOf(operation)
  if (ofKind === undefined || ofKind === own) return []
  return [
    {
      code: 'unknown_action',
      pointer: pointer('changes', operation, 'ofKind'),
      message: `${operation} can’t ask the action ${ofKind} of a kind: ${operationsOn.artifact[ofKind]} does.`,
      fix:
        own === undefined ? 'Remove it: the operation is not about artifacts.' : `Write "${own}".`,
    },
  ]
}

/** The action of a kind that the operation can ask. Listing artifacts asks to get each of them. */
const kindActionOf = (operation: OperationId): string | undefined => {
  const [action] = Object.entries(operationsOn.artifact).find(([, id]) => id === operation) ?? []
  return action === 'list' ? 'get' : action
}

/** Keys that the document or the policy requires in every body. */
export const neededBy = ({ changes }: Policy, operation: OperationId): readonly string[] => {
  const validate = requestsOf(operation).body
  const isRight =
    validate === undefined || operations[operation].mergePatch === true || validate({})
  const faults = isRight ? [] : (validate.errors ?? [])
  const missing = faults.flatMap(({ keyword, instancePath, params }) =>
    keyword === 'required' && instancePath === '' ? [String(params.missingProperty)] : [],
  )
  return [...new Set([...missing, ...(changes[operation]?.required ?? [])])]
}

function impossible(policy: Policy, operation: OperationId): readonly Finding[] {
  const { keys } = policy.changes[operation] ?? {}
  if (!keys) return []
  return neededBy(policy, operation)
    .filter((key) => contract[operation].keys?.includes(key) && !Object.hasOwn(keys, key))
    .map((key) => ({
      code: 'impossible_body',
      pointer: pointer('changes', operation, 'keys'),
      message: `Every body of ${operation} needs ${key}, which the policy does not offer, so no call can be made.`,
      fix: `Add ${key} to the keys, with the action that it asks.`,
    }))
}

/** Whether the key is a map, or a list, of such entries. */
const isMapOf = (operation: OperationId, key: string, each: MapChange['each']): boolean =>
  referencePlacesOf(operation).some(({ at: [name, item], type, isKey = false, in: place }) => {
    if (name !== key || !(isKey || item === '*')) return false
    if (each === 'team') return type === 'team' && isKey
    return each === 'item' || (type === 'role' && place === 'project')
  })

const nouns = { team: 'teams', category: 'categories', item: 'items' } as const

function noMaps({ changes }: Policy, operation: OperationId): readonly Finding[] {
  return Object.entries(changes[operation]?.keys ?? {}).flatMap(([key, change]) =>
    isMapChange(change) && !isMapOf(operation, key, change.each)
      ? [
          {
            code: 'wrong_map',
            pointer: pointer('changes', operation, 'keys', key, 'each'),
            message: `${key} of ${operation} is not a map of ${nouns[change.each]}.`,
            fix: 'Give the key one change, without "each".',
          },
        ]
      : [],
  )
}
