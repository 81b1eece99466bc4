import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Call } from './call.ts'
import type { Policy } from '../language/policy.ts'

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (isRecord(value) && Object.keys(value).length === 0)

/** Keys of the body that the policy requires and that the call leaves out or empty. */
export const requiredKeysMissing = (policy: Policy, call: Call): readonly string[] => {
  const { operation, input, kind, run } = call
  const definition = kind === undefined ? undefined : policy.kinds[kind]
  const { ofKind, required = [] } = policy.changes[operation] ?? {}
  const ofCreated = (ofKind === 'create' && definition?.required) || []
  const moves = run !== undefined && definition?.run?.[run]?.does !== undefined
  const all = [...required, ...ofCreated, ...(moves ? ['project'] : [])]
  return all.filter((key) => isEmpty(input?.[key]))
}
