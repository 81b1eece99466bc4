import { definePolicy } from '../../mocks/policies/index.ts'
import type { Guard, Policy } from '../../mocks/policy/language/policy.ts'
import type { Scenario } from '../../mocks/index.ts'
import { type Acme, acmeOf } from './acme-of.ts'

/** A guard of a custom policy. */
export const ownGuard = (on: readonly string[], when: Guard['when'], text = 'Refused.'): Guard => ({
  rule: 'OWN-01',
  on,
  when,
  status: 409,
  code: 'invalid_state',
  text,
})

/** The policy's people, under the policy with one more guard. */
export const guarded = (policy: Policy, scenario: Scenario, guard: Guard): Acme =>
  acmeOf(definePolicy({ ...policy, name: 'own', guards: [...policy.guards, guard] }), { scenario })
