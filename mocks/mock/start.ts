import { checkSettings } from './check-settings.ts'
import type { Configuration } from './configure.ts'
import type { CompiledPolicy, World } from '../policy/index.ts'
import { Store } from '../state/store.ts'
import { worldOf } from '../state/world.ts'
import { loadScenario } from '../scenario/load.ts'
import { checkRecords } from '../scenario/check-records.ts'
import { checkValues } from '../scenario/check-values.ts'
import { loadingOf } from '../scenario/loading.ts'
import { isBuiltIn } from '../policies/scenarios.ts'

/** Loads the scenario into a new store, and makes the read-only view of it for policies. */
export function populate(
  { scenario, settings, seed }: Pick<Configuration, 'scenario' | 'settings' | 'seed'>,
  compiled: CompiledPolicy,
): { store: Store; world: World } {
  const store = new Store(seed, settings)
  const world = worldOf(store)
  const loading = loadingOf(scenario, store, world, compiled)
  const isOwn = !isBuiltIn(compiled.policy, scenario)
  if (isOwn) checkValues(scenario)
  loadScenario(loading, scenario)
  if (isOwn) checkRecords(loading)
  checkSettings(compiled.policy, settings, world)
  return { store, world }
}
