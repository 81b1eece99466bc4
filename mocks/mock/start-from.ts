import type { Platform } from '../platform/platform.ts'
import { scenarios } from '../policies/scenarios.ts'
import type { Scenario } from '../policies/scenario.ts'
import { compile } from '../policy/index.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { loadSnapshot } from '../snapshot/load.ts'
import { checkSamePolicy, policyIn } from '../snapshot/policy.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { policyOf } from './configure.ts'
import type { MockOptions } from './options.ts'

/** What a mock starts with. */
export interface Start {
  readonly platform: Platform
  readonly scenario: Scenario
  /** How many changes were made before. */
  readonly sequence: number
}

/** Options that a snapshot brings with it. */
const brought = ['scenario', 'seed', 'auth'] as const

/** The start from a snapshot. Other options are those of the mock to make. */
export function startFrom(snapshot: Snapshot, options: MockOptions): Start {
  for (const name of brought) {
    if (options[name] === undefined) continue
    throw new ConfigurationError(
      `${name} can't be combined with snapshot, which has its own. Leave it out.`,
    )
  }
  const policy = options.policy === undefined ? policyIn(snapshot) : policyOf(options.policy)
  const compiled = compile(policy, { hardened: options.hardened ?? snapshot.policy.hardened })
  checkSamePolicy(snapshot, compiled)
  const { explain = snapshot.explain } = options
  const platform = { ...loadSnapshot(snapshot, compiled), explanations: explain }
  if (options.clock !== undefined) platform.store.clock.setPace(options.clock)
  return { platform, scenario: scenarioOf(snapshot, policy.name), sequence: snapshot.sequence }
}

/** The scenario that the snapshot comes from; of one that is not in the package, what the snapshot tells. */
function scenarioOf({ scenario, state }: Snapshot, policy: string): Scenario {
  const { name, personas } = scenario
  const known = Object.hasOwn(scenarios, policy) ? scenarios[policy] : undefined
  if (known !== undefined && Object.hasOwn(known, name) && known[name]) return known[name]
  const { name: organization, plan } = state.organization
  return {
    name,
    description: 'The state of a snapshot.',
    organization: { name: organization, plan },
    users: [],
    personas,
  }
}
