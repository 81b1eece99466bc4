import type { Policy } from '../../mocks/policy/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'

/** The invariant that breaks when these become the owners of a scenario, if one does. */
export function afterOwnersBecame(policy: Policy, scenario: Scenario, emails: readonly string[]) {
  const users = scenario.users.map((user) => {
    if (emails.includes(user.email)) return { ...user, role: 'owner' }
    return user.role === 'owner' ? { ...user, role: 'admin' } : user
  })
  const before = stageOf({ policy, scenario })
  const after = stageOf({ policy, scenario: { ...scenario, users } })
  const { compiled } = before
  return compiled.violated(
    after.world,
    compiled.measure(before.world),
    compiled.measure(after.world),
  )
}
