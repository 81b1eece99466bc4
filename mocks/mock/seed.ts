import { scenarioSchema } from '../generated/file-schemas.ts'
import type { Platform } from '../platform/platform.ts'
import type { Scenario } from '../policies/scenario.ts'
import { faultsOf } from '../policy-check/faults.ts'
import { checkRecords } from '../scenario/check-records.ts'
import { checkRules } from '../scenario/check-rules.ts'
import { checkValues } from '../scenario/check-values.ts'
import { loadMore } from '../scenario/load.ts'
import { loadingOf } from '../scenario/loading.ts'
import { seedName } from '../scenario/wrong.ts'
import { moreFaults } from '../shared/more-faults.ts'
import { checkOptions } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { placeAt } from '../shared/json-pointer.ts'
import { onlyJson } from '../shared/only-json.ts'

const sections = [
  'roles',
  'teams',
  'users',
  'invitations',
  'tokens',
  'projects',
  'members',
  'artifacts',
] as const

/** People and resources in the format of a scenario, to add to a state. */
export type SeedScenario = Partial<Pick<Scenario, (typeof sections)[number]>>

/**
 * Adds people and resources to a state, all or none of them.
 *
 * @throws {@link ConfigurationError} if one is malformed, exists already, or names what does not exist.
 */
export function seed(platform: Platform, given: SeedScenario): void {
  checkOptions(seedName, given, sections, "{ users: [{ email: 'new@acme.test' }] }")
  const scenario = asScenario(platform, onlyJson(seedName, given))
  const { store, world, compiled } = platform
  const loading = loadingOf(scenario, store, world, compiled)
  store.transaction(
    () => {
      checkValues(scenario)
      loadMore(loading, scenario)
      checkRecords(loading)
      checkRules(scenario, compiled, world)
    },
    () => true,
  )
}

/** A whole scenario with the parts given. */
function asScenario({ store }: Platform, given: SeedScenario): Scenario {
  const { name, plan } = store.organization
  const rest = { name: seedName, description: '', organization: { name, plan }, personas: [] }
  const scenario = { ...rest, users: [], ...given }
  const [fault, ...more] = faultsOf(scenarioSchema(), scenario)
  if (fault === undefined) return scenario
  const { pointer, message, fix } = fault
  throw new ConfigurationError(
    `${seedName}: ${placeAt(pointer)}: ${message} ${fix}${moreFaults(more.length)}`,
  )
}
