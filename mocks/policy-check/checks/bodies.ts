import { isOperation } from '../../policy/world/operations.ts'
import { isMapChange } from '../../policy/language/changes.ts'
import type { MapChange, Policy } from '../../policy/language/policy.ts'
import { referencePlacesOf } from '../../policy/call/references.ts'
import { operations, type OperationId } from '../../../src/generated/operations.ts'
import { contract, operationsOn } from '../../generated/contract.ts'
import { requestsOf } from '../../generated/validators.js'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Bodies that no call can have, and maps that are none. */
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

/** Actions of a kind that the operation is not the one to ask. */
function notOfKinds({ changes }: Policy, operation: OperationId): readonly Finding[] {
  const { ofKind } = changes[operation] ?? {}
  const own = kindActionOf(operation)
  if (ofKind === undefined || ofKind === own) return []
  return [
    {
      code: 'unknown_action',
      pointer: pointer('changes', operation, 'ofKind'),
      message: `${operation} asks nothing of a kind’s ${ofKind}: ${operationsOn.artifact[ofKind]} does.`,
      fix: own === undefined ? 'Take it out: it is about no artifact.' : `Make it "${own}".`,
    },
  ]
}

/** The action of a kind that is the operation's to ask: whoever lists artifacts gets each. */
const kindActionOf = (operation: OperationId): string | undefined => {
  const [action] = Object.entries(operationsOn.artifact).find(([, id]) => id === operation) ?? []
  return action === 'list' ? 'get' : action
}

/** Keys that the document or the policy itself needs in every body. */
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
      message: `Every ${operation} needs ${key}, which is not offered: no call can be made.`,
      fix: `Say what ${key} asks for.`,
    }))
}

/** What a map of the body has as keys. */
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
            message: `${key} of ${operation} is no map of ${nouns[change.each]}.`,
            fix: 'Say what the key asks for as a whole, without "each".',
          },
        ]
      : [],
  )
}
