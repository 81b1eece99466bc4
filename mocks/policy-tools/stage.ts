import { checkSettings, configure } from '../configure.ts'
import type { MockOptions } from '../options.ts'
import { compile, type CompiledPolicy } from '../policy/index.ts'
import type { World } from '../policy/world.ts'
import { loadScenario } from '../scenario/load.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { Store } from '../store/store.ts'
import { worldOf } from '../store/world.ts'

/** A policy, and what there is for it to judge. */
export interface Stage {
  readonly compiled: CompiledPolicy
  readonly scenario: Scenario
  readonly world: World
}

/** Sets a scenario up for a policy to be asked about, without the rest of a mock. */
export function stageOf(options: MockOptions): Stage {
  const { policy, scenario, seed, settings, hardened } = configure(options)
  const compiled = compile(policy, { hardened })
  const store = new Store(seed, settings)
  const world = worldOf(store)
  loadScenario({ scenario: scenario.name, store, world, compiled }, scenario)
  checkSettings(settings, world)
  return { compiled, scenario, world }
}
