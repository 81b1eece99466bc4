import { configure } from '../mock/configure.ts'
import type { MockOptions } from '../mock/options.ts'
import { compile, type CompiledPolicy } from '../policy/index.ts'
import type { World } from '../policy/world/world.ts'
import type { Scenario } from '../policies/scenario.ts'
import { populate } from '../mock/start.ts'

/** A policy, and a scenario for it to judge. */
export interface Stage {
  readonly compiled: CompiledPolicy
  readonly scenario: Scenario
  readonly world: World
}

/** Loads a scenario under a policy, without the rest of a mock. */
export function stageOf(options: MockOptions): Stage {
  const configuration = configure(options)
  const { policy, scenario, hardened } = configuration
  const compiled = compile(policy, { hardened })
  const { world } = populate(configuration, compiled)
  return { compiled, scenario, world }
}
