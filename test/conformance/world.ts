import { configure } from '../../mocks/configure.ts'
import { compile, type Policy, type World } from '../../mocks/policy/index.ts'
import { loadScenario } from '../../mocks/scenario/load.ts'
import type { Scenario } from '../../mocks/scenario/scenario.ts'
import { Store } from '../../mocks/store/store.ts'
import { worldOf } from '../../mocks/store/world.ts'

/** The world of a scenario, with the ids that every fresh mock of it has. */
export function worldIn(policy: Policy, scenario: Scenario): World {
  const { seed, settings } = configure({ policy, scenario })
  const store = new Store(seed, settings)
  const world = worldOf(store)
  loadScenario({ scenario: scenario.name, store, world, compiled: compile(policy) }, scenario)
  return world
}
