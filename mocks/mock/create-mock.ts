import type { AnyKeys, Policies, PolicyName } from '../../src/generated/policies.ts'
import { CoverageRecorder } from '../coverage/recorder.ts'
import { checkAlone } from '../shared/check-options.ts'
import { type Configuration, configure, policyOf } from './configure.ts'
import { mockOf } from './facade.ts'
import { FaultRun } from '../faults/fault-run.ts'
import { type Start, startFrom } from './start-from.ts'
import { History } from './history.ts'
import { LiveState } from './live-state.ts'
import type { Mock } from './mock.ts'
import type { MockOptions } from './options.ts'
import { Log } from '../log/log.ts'
import { Overrides } from '../platform/overrides.ts'
import { compile } from '../policy/index.ts'
import type { Scenario } from '../policies/scenario.ts'
import type { Policy } from '../policy/language/policy.ts'
import { checkRules } from '../scenario/check-rules.ts'
import { given, madeAgain } from './start-scenario.ts'
import { populate } from './start.ts'
import { isBuiltIn } from '../policies/scenarios.ts'

export type { Mock } from './mock.ts'

/**
 * Creates a platform in memory. It offers every operation of the API and enforces a real platform's
 * policy.
 *
 * @param options - The policy, the scenario to start with, and more. Default: policy `adaptive`, scenario
 *   `acme`.
 * @throws {@link ConfigurationError} if an option is wrong. The message names it, and says what would be
 *   right.
 * @example
 * const mock = createMock()
 * const admin = mock.client({ as: 'admin@acme.test' })
 * const lead = mock.client({ as: 'lead@acme.test' })
 * await admin.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
 * console.log((await lead.can('roles.create', { key: 'mine', permissions: [] })).text)
 */
export function createMock<P extends PolicyName | Policy = 'adaptive'>(
  options?: MockOptions<P>,
): Mock<KeysOf<P>>
export function createMock(options: MockOptions = {}, ...more: readonly unknown[]): Mock {
  checkAlone('createMock', more)
  const configuration = configure(options)
  const { warnings, history, snapshot, faults, docs } = configuration
  const { platform, scenario, sequence } =
    snapshot === undefined ? startOf(configuration) : startFrom(snapshot, options)
  const coverage = new CoverageRecorder()
  const start = { ...platform, coverage, ...(docs !== undefined && { docs }) }
  const state = new LiveState(start, {
    history: new History(history),
    faults: new FaultRun(start.store.seed, faults),
    sequence,
  })
  return mockOf(state, { scenario: startScenario(options, scenario), warnings, coverage })
}

/** The keys of a policy that comes with the package; any for one's own. */
type KeysOf<P extends PolicyName | Policy> = P extends PolicyName ? Policies[P] : AnyKeys

function startScenario({ scenario: option, policy }: MockOptions, scenario: Scenario) {
  if (typeof option !== 'function') return given(scenario)
  return madeAgain(scenario.name, () => option(policyOf(policy)))
}

/** The platform in the state of its scenario. */
function startOf(configuration: Configuration): Start {
  const { policy, scenario, seed, hardened, explanations, clock } = configuration
  const compiled = compile(policy, { hardened })
  const { store, world } = populate(configuration, compiled)
  if (!isBuiltIn(policy, scenario)) checkRules(scenario, compiled, world)
  if (clock !== undefined) store.clock.setPace(clock)
  const { personas } = scenario
  const log = new Log(seed)
  const overrides = new Overrides()
  const platform = { store, world, compiled, log, personas, explanations, overrides }
  return { platform, scenario, sequence: 0 }
}
