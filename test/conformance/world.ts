import type { Policy, World } from '../../mocks/policy/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'

/** The world of a scenario, with the ids that every fresh mock of it has. */
export const worldIn = (policy: Policy, scenario: Scenario): World =>
  stageOf({ policy, scenario }).world
