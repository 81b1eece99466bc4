import { createClient } from '../../src/index.ts'
import type { AnyKeys, Policies, PolicyName } from '../../src/generated/policies.ts'
import { checkAlone } from '../shared/check-options.ts'
import { checkClient, checkSignIn } from './check-sign-in.ts'
import { configure, type Configuration } from './configure.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { CoverageRecorder } from '../coverage/recorder.ts'
import { control } from '../control/control.ts'
import { FaultRun } from '../faults/fault-run.ts'
import { CurrentFaults } from '../faults/faults.ts'
import { fetchFrom, inProcessOrigin } from './fetch.ts'
import { fetchInProcess } from './fetch-in-process.ts'
import { knownUsers } from './known-users.ts'
import type { Mock, SignInOptions } from './mock.ts'
import type { MockOptions } from './options.ts'
import { handle } from '../pipeline/handle.ts'
import { rememberPlatform } from './platform-of.ts'
import { Log } from '../log/log.ts'
import { RequestListeners } from '../log/request-listeners.ts'
import type { Message } from '../message/message.ts'
import type { Platform } from '../platform/platform.ts'
import { compile, type CompiledPolicy } from '../policy/index.ts'
import type { Policy } from '../policy/language/policy.ts'
import { checkRules } from '../scenario/check-rules.ts'
import { populate } from './start.ts'
import { isBuiltIn } from '../policies/scenarios.ts'
import { pointToken, signIn } from './sign-in.ts'
import { worldOf } from '../state/world.ts'

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
export function createMock<P extends PolicyName = 'adaptive'>(
  options?: MockOptions<P>,
): Mock<Policies[P]>
export function createMock(options: MockOptions<Policy>): Mock
export function createMock(options: MockOptions = {}, ...more: readonly unknown[]): Mock {
  checkAlone('createMock', more)
  const configuration = configure(options)
  const { policy, scenario, warnings, hardened } = configuration
  const compiled = compile(policy, { hardened })
  const listeners = new RequestListeners()
  const coverage = new CoverageRecorder()
  const start = starts(configuration, compiled, { listeners, coverage })
  let platform = start()
  const freshFaults = () => new FaultRun(configuration.seed, configuration.faults)
  let faults = freshFaults()
  if (!isBuiltIn(policy, scenario)) checkRules(scenario, compiled, platform.world)

  const controls = {
    signIn: (user: string, signUp: boolean) => signIn(platform, user, signUp),
    pointToken: () => pointToken(platform),
  }
  const answer = (message: Message) =>
    control({ mock, ...controls }, message) ?? handle(platform, message, faults)
  const fetch = fetchFrom(answer)
  const token: Mock['token'] = (who, options: SignInOptions = {}, ...more: readonly unknown[]) => {
    checkSignIn(who, options)
    checkAlone('mock.token', more)
    if (typeof who !== 'string') return controls.pointToken()
    const { signUp = false } = options
    const result = controls.signIn(who, signUp)
    if ('token' in result) return result.token
    throw new ConfigurationError(result.text)
  }
  const tokenFor = (options: Parameters<Mock['client']>[0]) => {
    if (!('as' in options)) return token(options)
    const { as, ...rest } = options
    return token(as, rest)
  }

  const mock: Mock = {
    policy,
    scenario,
    warnings,
    get requests() {
      return platform.log.requests
    },
    get outbox() {
      return platform.log.outbox
    },
    get state() {
      return JSON.stringify(platform.store)
    },
    faults: new CurrentFaults(() => faults),
    fetch,
    handle: answer,
    token,
    client: (options: Parameters<Mock['client']>[0], ...more: readonly unknown[]) => {
      checkAlone('mock.client', more)
      checkClient(options)
      return createClient<AnyKeys>({
        baseUrl: inProcessOrigin,
        token: tokenFor(options),
        fetch: fetchInProcess(answer),
      })
    },
    coverage: () => coverage.of(compiled),
    users: () => knownUsers(platform),
    onRequest: (listener) => listeners.add(listener),
    reset: () => {
      platform = start()
      faults = freshFaults()
    },
  }
  rememberPlatform(mock, () => platform)
  return mock
}

/** Makes platforms in the state of the scenario, each a fork of the same one. */
function starts(
  configuration: Configuration,
  compiled: CompiledPolicy,
  { listeners, coverage }: { listeners: RequestListeners; coverage: CoverageRecorder },
): () => Platform {
  const { scenario, seed, explanations } = configuration
  const { store: loaded } = populate(configuration, compiled)
  const { personas } = scenario
  return () => {
    const store = loaded.fork()
    const log = new Log(seed, listeners)
    return { store, world: worldOf(store), compiled, log, personas, explanations, coverage }
  }
}
