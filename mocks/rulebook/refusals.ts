import type { Policy } from '../policy/language/policy.ts'
import type { Refusing } from './stated-rule.ts'

/** What refuses by each rule beside a lack of rights, by the rule's id. */
export function refusalsByRule(policy: Policy): ReadonlyMap<string, readonly Refusing[]> {
  const all = [...refusals(policy)]
  const ids = new Set(all.map(([id]) => id))
  return new Map(
    [...ids].map((id) => [id, all.filter(([one]) => one === id).map(([, refusing]) => refusing)]),
  )
}

function* refusals(policy: Policy): Generator<readonly [id: string, Refusing]> {
  const { visibility, guards, invariants, roles, hardened } = policy
  for (const [type, { id, text }] of Object.entries(visibility)) {
    yield [id, { by: 'sight', on: [type], status: 404, code: 'not_found', text }]
  }
  for (const { rule, on, status, code, text } of guards) {
    yield [rule, { by: 'guard', on, status, code, text }]
  }
  for (const { rule, status, code, text } of invariants) {
    yield [rule, { by: 'invariant', on: [], status, code, text }]
  }
  for (const { key, unassignable } of roles) {
    if (unassignable === undefined) continue
    const { rule, code, text } = unassignable
    yield [rule, { by: 'role', on: [key], status: 422, code, text }]
  }
  if (hardened !== undefined) {
    const { rule, text } = hardened
    yield [rule, { by: 'hardened mode', on: [], status: 403, code: 'permission_denied', text }]
  }
}
