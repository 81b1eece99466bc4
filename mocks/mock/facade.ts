import { createClient } from '../../src/index.ts'
import type { AnyKeys } from '../../src/generated/policies.ts'
import { compile } from '../policy/index.ts'
import { differences, lazily } from '../policy-diff/differences.ts'
import type { CoverageRecorder } from '../coverage/recorder.ts'
import { CurrentFaults } from '../faults/faults.ts'
import {
  checkAlone,
  checkGiven,
  checkOptions,
  checkValue,
  isBoolean,
} from '../shared/check-options.ts'
import { checkRestore } from '../shared/check-restore.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { loadSnapshot } from '../snapshot/load.ts'
import { checkSamePolicy, isOfPolicy, policyIn } from '../snapshot/policy.ts'
import { readSnapshot } from '../snapshot/read.ts'
import { takeSnapshot } from '../snapshot/take.ts'
import { answerOf } from './answer-of.ts'
import { checkClient, checkSignIn } from '../shared/check-sign-in.ts'
import { clockOf } from './clock.ts'
import { policyOf } from './configure.ts'
import { fetchFrom, inProcessOrigin } from './fetch.ts'
import { fetchInProcess } from './fetch-in-process.ts'
import { Isolation } from './isolation.ts'
import { knownUsers } from './known-users.ts'
import { forkOf } from '../platform/fork.ts'
import type { LiveState } from './live-state.ts'
import type { SnapshotOptions } from './levers.ts'
import type { Mock, SignInOptions } from './mock.ts'
import { checkOverride } from './override.ts'
import type { StartScenario } from './start-scenario.ts'
import { rememberState } from './state-of.ts'
import { seed } from './seed.ts'
import { pointToken, signInTo } from './sign-in.ts'

/** The parts of a mock that all of its states share. */
export interface Setup {
  readonly scenario: StartScenario
  readonly warnings: readonly string[]
  readonly coverage: CoverageRecorder
}

/** The mock whose state is `root`, or within isolated work a fork of it. */
export function mockOf(root: LiveState, setup: Setup): Mock {
  const isolation = new Isolation<LiveState>()
  const current = () => isolation.current ?? root
  const about = { scenario: setup.scenario.name, warnings: setup.warnings }
  const handle = answerOf(current, (state) => mockOf(state, setup), about)

  const token: Mock['token'] = (who, options: SignInOptions = {}, ...more: readonly unknown[]) => {
    checkSignIn('mock.token', who, options)
    checkAlone('mock.token', more)
    if (typeof who !== 'string') return pointToken(current().platform)
    const result = signInTo(current(), who, options.signUp ?? false)
    if ('token' in result) return result.token
    throw new ConfigurationError(result.text)
  }
  const tokenFor = (options: Parameters<Mock['client']>[0]) => {
    if (!('as' in options)) return token(options)
    const { as, ...rest } = options
    return token(as, rest)
  }

  const { scenario, warnings, coverage } = setup
  const mock: Mock = {
    warnings,
    get scenario() {
      return scenario.whole()
    },
    get policy() {
      return current().platform.compiled.policy
    },
    get requests() {
      return current().platform.log.requests
    },
    get outbox() {
      return current().platform.log.outbox
    },
    get state() {
      return JSON.stringify(current().platform.store)
    },
    get history() {
      return current().history
    },
    fetch: fetchFrom(handle),
    handle,
    token,
    client: (options: Parameters<Mock['client']>[0], ...more: readonly unknown[]) => {
      checkAlone('mock.client', more)
      checkClient('mock.client', options)
      return createClient<AnyKeys>({
        baseUrl: inProcessOrigin,
        token: tokenFor(options),
        fetch: fetchInProcess(handle),
      })
    },
    coverage: () => coverage.of(current().platform.compiled),
    users: () => knownUsers(current().platform),
    onRequest: (listener) => current().listeners.add(listener),
    reset: () => current().reset(),
    clock: clockOf(current),
    faults: new CurrentFaults(() => current().faults),
    snapshot: (options: SnapshotOptions = {}, ...more: readonly unknown[]) => {
      checkAlone('mock.snapshot', more)
      checkOptions("mock.snapshot's options", options, ['secrets'], '{ secrets: false }')
      checkValue('secrets', options.secrets, isBoolean, 'true or false')
      const { platform, sequence } = current()
      const { secrets = true } = options
      return takeSnapshot(platform, { scenario: scenario.name, sequence, secrets })
    },
    restore(given, options = {}, ...more: readonly unknown[]) {
      checkAlone('mock.restore', more)
      checkRestore('mock.restore', options)
      const snapshot = readSnapshot(given)
      const state = current()
      const { compiled } = state.platform
      const isOther = (options.otherPolicy ?? false) && !isOfPolicy(snapshot, compiled)
      const policy = isOther ? policyIn(snapshot) : compiled.policy
      const judged = compile(policy, { hardened: snapshot.policy.hardened })
      checkSamePolicy(snapshot, judged)
      const { sequence } = snapshot
      state.restore(loadSnapshot(snapshot, judged), { sequence, isStart: isOther })
    },
    fork: () => mockOf(current().fork(), setup),
    isolate(work) {
      checkValue('mock.isolate', work ?? null, (value) => typeof value === 'function', 'a function')
      return isolation.run(current().fork(), work, 'mock.isolate', 'mock.fork()')
    },
    seed(scenario) {
      const state = current()
      state.change('seed', () => seed(state.platform, scenario))
    },
    undo: () => current().undo(),
    rewind: (id) => current().rewind(id),
    override: (operation, override, options = {}, ...more: readonly unknown[]) => {
      checkAlone('mock.override', more)
      checkOverride(operation, override, options)
      const { overrides } = current().platform
      return overrides.set(operation, { answer: override }, options.once ?? false)
    },
    use(option) {
      const isPolicy = (value: unknown) => value !== undefined && value !== null
      checkGiven('mock.use', option, isPolicy, 'the name of a policy, or your own')
      const state = current()
      const before = state.platform
      const { hardened } = before.compiled
      state.use(compile(policyOf(option), { hardened }))
      const after = forkOf(state.platform)
      return lazily(() => differences(before, after))
    },
  }
  rememberState(mock, current)
  return mock
}
