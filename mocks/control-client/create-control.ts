import { createClient } from '../../src/index.ts'
import { checkClient, checkSignIn } from '../shared/check-sign-in.ts'
import { checkRestore } from '../shared/check-restore.ts'
import { checkAlone, checkOptions, checkValue, isBoolean } from '../shared/check-options.ts'
import type { EnforcementPointOptions, SignInOptions } from '../mock/mock.ts'
import { durationInput, objectInput, textInput } from './check-input.ts'
import type { Control } from './control.ts'
import { type ControlOptions, readTarget } from './options.ts'
import { policiesOf } from './policies.ts'
import { questionsOf } from './questions.ts'
import { requestsOf } from './requests.ts'
import { statesOf } from './states.ts'
import { createApi } from './transport.ts'

/**
 * Creates a client that controls a mock, in process or over HTTP: it signs in, takes snapshots, moves the
 * clock, reads the log.
 *
 * @throws `ConfigurationError` if neither `mock` nor `baseUrl` is given, or an option is unknown or wrong.
 * @example
 * const control = createControl({ baseUrl: 'http://127.0.0.1:4010' })
 * const lead = await control.client({ as: 'lead@acme.test' })
 * await lead.roles.list()
 * console.log((await control.requests()).at(-1)?.operation)
 */
export function createControl(options: ControlOptions, ...more: readonly unknown[]): Control {
  checkAlone('createControl', more)
  const target = readTarget(options)
  const { baseUrl, session, fetch } = target
  const { call, ...api } = createApi(target)

  async function signIn(
    user: string | EnforcementPointOptions,
    options: SignInOptions = {},
  ): Promise<string> {
    checkSignIn('control.signIn', user, options)
    const input = typeof user === 'object' ? { ...user, ...options } : { user, ...options }
    const { token } = await call('signIn', { input })
    return token
  }

  return {
    signIn,
    async client(options) {
      return createClient({
        baseUrl,
        token: await signInAs(options),
        ...(fetch && { fetch }),
        ...(session !== undefined && { headers: { 'X-Mock-Session': session } }),
      })
    },
    users: async () => (await call('listUsers')).data,
    async snapshot(options = {}) {
      checkOptions("control.snapshot's options", options, ['secrets'], '{ secrets: false }')
      checkValue('secrets', options.secrets, isBoolean, 'true or false')
      return call('getSnapshot', { input: { secrets: options.secrets ?? true } })
    },
    async restore(snapshot, options = {}) {
      const input = objectInput('control.restore', snapshot, 'what control.snapshot() returned')
      checkRestore('control.restore', options)
      return call(options.otherPolicy ? 'openSnapshot' : 'restoreSnapshot', { input })
    },
    seed: async (scenario) =>
      call('seed', {
        input: objectInput(
          'control.seed',
          scenario,
          "an object such as { users: [{ email: 'new@acme.test' }] }",
        ),
      }),
    states: statesOf(call),
    reset: () => call('reset', { input: {} }),
    history: async () => (await call('listHistory')).data,
    undo: async () => (await call('undo', { input: {} })).undone,
    rewind: async (id) =>
      call('rewind', {
        input: { id: textInput('control.rewind', id, 'the id of a call in the history') },
      }),
    clock: {
      get: () => call('getClock'),
      set: async (instant) =>
        call('changeClock', {
          input: { set: textInput('control.clock.set', instant, 'a time as ISO 8601 text') },
        }),
      advance: async (duration) =>
        call('changeClock', {
          input: { advance: durationInput('control.clock.advance', duration) },
        }),
      freeze: () => call('changeClock', { input: { pace: 'frozen' } }),
      run: () => call('changeClock', { input: { pace: 'real' } }),
      followChanges: () => call('changeClock', { input: { pace: 'change' } }),
    },
    ...policiesOf(call),
    requests: requestsOf({ call, ...api }),
    outbox: async () => (await call('listOutbox')).data,
    coverage: () => call('getCoverage'),
    faults: {
      get: () => call('getFaults'),
      set: async (plan) =>
        call('setFaults', {
          input: objectInput(
            'control.faults.set',
            plan,
            'a plan such as { rules: [{ latency: 300 }] }',
          ),
        }),
      clear: () => call('clearFaults'),
    },
    ...questionsOf(call),
  }

  async function signInAs(options: Parameters<Control['client']>[0]): Promise<string> {
    checkClient('control.client', options)
    if (!('as' in options)) return signIn(options)
    const { as, ...rest } = options
    return signIn(as, rest)
  }
}
