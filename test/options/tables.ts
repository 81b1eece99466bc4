import { createClient, denialText, PermissionDeniedError, RolecallError } from 'rolecall'
import { createCore } from 'rolecall/core'
import { ConfigurationError, createMock, crowd, matrix } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { type MockServer, serve } from 'rolecall/mocks/server'
import { createControl } from 'rolecall/mocks/control'
import { startMock } from 'rolecall/mocks/browser'
import { mockFixtures, serverFixtures } from 'rolecall/mocks/playwright'
import { rolecall } from 'rolecall/mocks/vite'
import { mockTest } from 'rolecall/mocks/vitest'
import { CoverageReporter } from 'rolecall/mocks/vitest/reporter'
import { openTelemetry } from 'rolecall/otel'
import { adaptive } from 'rolecall/policies'
import { queries } from 'rolecall/query'
import { rolesClient } from 'rolecall/resources/roles'
import { expect } from 'vitest'
import { readPanel } from '../../mocks/adapters/panel/options.ts'

/** A function of the package that takes an options object. */
export interface Taker {
  /** Calls it as plain JavaScript can: with any value in the options' place. */
  readonly call: (options: unknown) => unknown
  readonly error: typeof RolecallError
  /** Valid options. */
  readonly right: Readonly<Record<string, unknown>>
  /** An unknown name, and the similar known one. */
  readonly typo: readonly [wrong: string, meant: string]
  /** Invalid values, by option. */
  readonly wrong: Readonly<Record<string, readonly unknown[]>>
  /** Whether the options may be left out. */
  readonly required?: boolean
}

/** Calls a method as plain JavaScript can. */
const call = (fn: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown =>
  Reflect.apply(fn, undefined, args)

const baseUrl = 'https://platform.example'
const mock = createMock()
const control = createControl({ mock })
const admin = mock.client({ as: 'admin@acme.test' })
const roles = rolesClient(
  createCore({ baseUrl, token: mock.token('admin@acme.test'), fetch: mock.fetch }),
)

const perCall = {
  error: RolecallError,
  right: { timeout: 5_000, retries: null, headers: { 'X-App': 'a' }, signal: null },
  typo: ['retires', 'retries'],
  wrong: {
    signal: [5, {}, 'now'],
    timeout: ['5s', 0, Number.NaN, Symbol('long'), {}],
    totalTimeout: [-1, []],
    retries: [1.5, '2', true],
    idempotencyKey: ['', 7, {}],
    ifMatch: ['', 7, ['a']],
    headers: [new Map([['X-App', 'a']]), new Headers(), [['X-App', 'a']], 'X-App: a', { 'X-N': 5 }],
  },
} as const satisfies Omit<Taker, 'call'>

const ofClients = {
  error: RolecallError,
  right: {
    baseUrl,
    token: null,
    headers: null,
    hooks: null,
    logger: null,
    timeout: null,
    fetch: null,
  },
  typo: ['tokn', 'token'],
  wrong: {
    baseUrl: [5, 'nowhere', {}],
    token: [5, 'two words', {}, ''],
    fetch: ['fetch', {}],
    headers: perCall.wrong.headers,
    timeout: perCall.wrong.timeout,
    retries: perCall.wrong.retries,
    maxRetryAfter: ['1h', -1],
    maxResponseBytes: [0, {}],
    random: [0.5, 'x'],
    logger: [{ log() {} }, 5],
    logLevel: ['loud', 1, {}],
    hooks: ['all', new Map(), [null], { onRetry: 'log' }, { onRespons() {} }],
  },
} as const satisfies Omit<Taker, 'call'>

const { logger: _, hooks: __, ...rightOfCore } = ofClients.right
const { logger: ___, logLevel: ____, hooks: _____, ...wrongOfCore } = ofClients.wrong

const faults = { rules: [{ on: 'users.*', status: 503, times: 3 }] }

const denied = await mock
  .client({ as: 'lead@acme.test' })
  .roles.delete('annotator')
  .catch((error: unknown) => error)
if (!(denied instanceof PermissionDeniedError)) throw new Error('It was allowed.')
const { explain } = denied

const ofCalls = {
  as: ['', 5, {}],
  args: ['annotator', {}, 5],
  times: [-1, 1.5, '2', {}],
}

/** Every function that takes an options object, by its public name. */
export const takers: Readonly<Record<string, Taker>> = {
  createClient: { ...ofClients, call: (options) => call(createClient, options) },
  'client.withOptions': {
    ...ofClients,
    required: true,
    call: (options) => call(admin.withOptions, options),
  },
  createCore: {
    ...ofClients,
    right: rightOfCore,
    wrong: wrongOfCore,
    required: true,
    call: (options) => call(createCore, options),
  },
  'client.users.me': { ...perCall, call: (options) => call(admin.users.me, options) },
  'client.users.get': {
    ...perCall,
    call: (options) => call(admin.users.get, 'lead@acme.test', options),
  },
  'client.users.list': { ...perCall, call: (options) => call(admin.users.list, {}, options) },
  'client.teams.update': {
    ...perCall,
    call: (options) => call(admin.teams.update, 'support', { name: 'Support' }, options),
  },
  'client.teams.update with a function': {
    ...perCall,
    call: (options) => call(admin.teams.update, 'support', () => undefined, options),
  },
  'client.access.evaluate': {
    ...perCall,
    call: (options) => {
      const subject = { type: 'user', id: 'me' }
      const resource = { type: 'organization', id: 'current' }
      const question = { subject, action: { name: 'roles.list' }, resource }
      return call(admin.access.evaluate, question, options)
    },
  },
  'client.call': { ...perCall, call: (options) => call(admin.call, 'users.me', options) },
  'client.can': { ...perCall, call: (options) => call(admin.can, 'roles.list', {}, options) },
  'client.can.all': { ...perCall, call: (options) => call(admin.can.all, [['users.me']], options) },
  'client.abilities': { ...perCall, call: (options) => call(admin.abilities, undefined, options) },
  'a resource over a core': { ...perCall, call: (options) => call(roles.get, 'admin', options) },
  'list.toArray': {
    error: RolecallError,
    right: { max: null },
    typo: ['maxx', 'max'],
    wrong: { max: [-1, '5', Number.NaN, {}] },
    call: (options) => {
      const list = admin.roles.list()
      return Reflect.apply(list.toArray, list, [options])
    },
  },
  'error.explain': {
    error: RolecallError,
    right: { width: 60 },
    typo: ['widht', 'width'],
    wrong: { width: [{}, 'wide', []] },
    call: (options) => Reflect.apply(explain, denied, [options]),
  },
  denialText: {
    error: RolecallError,
    right: { width: 60, user: 'lead@acme.test' },
    typo: ['usr', 'user'],
    wrong: { width: [{}, 'wide', []], user: [{}, 1, []] },
    call: (options) => Reflect.apply(denialText, undefined, [denied.decision, options]),
  },
  CoverageReporter: {
    error: ConfigurationError,
    right: { threshold: { operations: 80 }, outputDir: 'coverage/policy', html: false, json: true },
    typo: ['treshold', 'threshold'],
    wrong: {
      threshold: [80, 'all', null, { operation: 80 }, { rules: 101 }, { leaves: '50' }],
      outputDir: ['', 5, null],
      html: ['index.html', 1, null],
      json: ['coverage.json', 1, null],
    },
    call: (options) => Reflect.construct(CoverageReporter, [options]),
  },
  queries: {
    error: RolecallError,
    right: { prefix: 'mine' },
    typo: ['prefx', 'prefix'],
    wrong: { prefix: [5, ['a']] },
    call: (options) => call(queries, admin, options),
  },
  openTelemetry: {
    error: RolecallError,
    right: { tracerProvider: null },
    typo: ['traceProvider', 'tracerProvider'],
    wrong: { tracerProvider: [{}, 5] },
    call: (options) => call(openTelemetry, options),
  },
  createMock: {
    error: ConfigurationError,
    right: {
      policy: 'bigml',
      seed: 7,
      hardened: true,
      explain: 'missing',
      docs: 'https://platform.example/rules',
      auth: {},
      faults,
      clock: 'real',
    },
    typo: ['polcy', 'policy'],
    wrong: {
      policy: ['bigmll', {}, [], 5, null, new Map(), { ...adaptive, roles: 'all' }],
      scenario: ['acm', {}, [], 5, null, new Map(), { name: 'mine' }],
      seed: ['', null, {}, Number.NaN, []],
      hardened: ['yes', 1, null],
      explain: ['some', null, 1, []],
      docs: ['rules', '', 5, null, 'https://platform.example/?a', 'ftp://platform.example'],
      clock: ['calls', null, 1, []],
      history: [-1, 1.5, '10', null, []],
      snapshot: ['state', null, [], {}, { format: 'rolecall/2' }, { format: 'rolecall/1' }],
      auth: ['admin', null, [], new Map(), { defaultRol: 'admin' }, { admins: 'a@acme.test' }],
      faults: ['slow', null, [], 5, new Map(), {}, { rules: [{ status: 200 }] }],
    },
    call: (options) => call(createMock, options),
  },
  crowd: {
    error: ConfigurationError,
    right: { users: 5, teams: 0, projects: 2, seed: 'a' },
    typo: ['user', 'users'],
    wrong: {
      users: [-1, 1.5, '5', null, 20_000_000],
      teams: [-1, {}],
      projects: [Number.NaN, []],
      seed: ['', null, {}, Number.NaN],
    },
    call: (options) => void call(crowd, options),
  },
  "createMock's auth": {
    error: ConfigurationError,
    right: { admins: ['boss@acme.test'], defaultRole: 'inference', defaultTeam: 'support' },
    typo: ['default_team', 'defaultTeam'],
    wrong: {
      admins: ['boss@acme.test', [5], ['boss'], {}, null],
      defaultRole: [5, '', 'inferrence', null],
      defaultTeam: [{}, 'admin', 'suport', null],
    },
    call: (auth) => call(createMock, { auth }),
  },
  'mock.snapshot': {
    error: ConfigurationError,
    right: { secrets: false },
    typo: ['secret', 'secrets'],
    wrong: { secrets: ['no', 0, null] },
    call: (options) => call(mock.snapshot, options),
  },
  'mock.restore': {
    error: ConfigurationError,
    right: { otherPolicy: true },
    typo: ['otherPolice', 'otherPolicy'],
    wrong: { otherPolicy: ['yes', 1, null] },
    call: (options) => call(mock.fork().restore, mock.snapshot(), options),
  },
  'mock.override': {
    error: ConfigurationError,
    right: { once: true },
    typo: ['onec', 'once'],
    wrong: { once: ['yes', 1, null] },
    call: (options) => call(mock.fork().override, 'users.list', () => undefined, options),
  },
  'mock.seed': {
    error: ConfigurationError,
    right: { users: [], teams: [] },
    typo: ['user', 'users'],
    wrong: { users: [{}, 'all', [{}], [null], [{ email: 'x' }]], teams: [5, [{ key: 1 }]] },
    required: true,
    call: (scenario) => call(mock.fork().seed, scenario),
  },
  'mock.faults.set': {
    error: ConfigurationError,
    right: { seed: 7, rules: [] },
    typo: ['rles', 'rules'],
    wrong: { seed: ['', {}, null], rules: [{}, 'all', [{}], [{ status: 200 }], [null]] },
    required: true,
    call: (plan) => {
      const own = createMock().faults
      return Reflect.apply(own.set, own, [plan])
    },
  },
  'mock.client': {
    error: ConfigurationError,
    right: { as: 'lead@acme.test', signUp: false },
    typo: ['signup', 'signUp'],
    wrong: { as: [undefined, 5, '', 'leed@acme.test', {}, null], signUp: ['yes', null, 1] },
    required: true,
    call: (options) => call(mock.client, options),
  },
  'mock.token': {
    error: ConfigurationError,
    right: { signUp: true },
    typo: ['sigUp', 'signUp'],
    wrong: { signUp: ['yes', null, 1] },
    call: (options) => call(mock.token, 'lead@acme.test', options),
  },
  handlers: {
    error: ConfigurationError,
    right: { baseUrl },
    typo: ['baseURL', 'baseUrl'],
    wrong: { baseUrl: [undefined, 5, 'nowhere', `${baseUrl}/?a=1`, null, {}] },
    required: true,
    call: (options) => call(handlers, mock, options),
  },
  serve: {
    error: ConfigurationError,
    right: { port: 0, cors: false },
    typo: ['prot', 'port'],
    wrong: {
      port: ['4010', -1, 70_000, Number.NaN, null, {}],
      host: [5, '', {}, null],
      cors: ['all', 5, {}, null, ['nowhere']],
      allowedHosts: ['mock.test', 5, [5], {}, null],
    },
    call: async (options) => {
      const server: MockServer = await Reflect.apply(serve, undefined, [mock, options])
      await server.close()
    },
  },
  "server.close's options": {
    error: ConfigurationError,
    right: { grace: 0 },
    typo: ['grase', 'grace'],
    wrong: { grace: ['5s', -1, Number.NaN, null, {}] },
    call: async (options) => {
      await using server: MockServer = await serve(mock, { port: 0 })
      await Reflect.apply(server.close, server, [options])
    },
  },
  createControl: {
    error: ConfigurationError,
    right: { baseUrl, session: 'mine', fetch },
    typo: ['sesion', 'session'],
    wrong: {
      baseUrl: [undefined, 5, 'nowhere', `${baseUrl}/?a=1`, null, {}],
      mock: [mock, {}, null],
      session: [5, '', {}, null],
      fetch: ['fetch', {}, null],
    },
    required: true,
    call: (options) => call(createControl, options),
  },
  'control.snapshot': {
    error: ConfigurationError,
    right: { secrets: false },
    typo: ['secret', 'secrets'],
    wrong: { secrets: ['no', 1, null] },
    call: (options) => call(control.snapshot, options),
  },
  'control.restore': {
    error: ConfigurationError,
    right: { otherPolicy: false },
    typo: ['otherPolice', 'otherPolicy'],
    wrong: { otherPolicy: ['yes', 1, null] },
    call: (options) => call(control.restore, mock.snapshot(), options),
  },
  'control.client': {
    error: ConfigurationError,
    right: { as: 'lead@acme.test', signUp: false },
    typo: ['sigUp', 'signUp'],
    wrong: { as: [undefined, 5, '', null], signUp: ['yes', null] },
    required: true,
    call: (options) => call(control.client, options),
  },
  'control.signIn': {
    error: ConfigurationError,
    right: { signUp: true },
    typo: ['sigUp', 'signUp'],
    wrong: { signUp: ['yes', null, 1] },
    call: (options) => call(control.signIn, 'lead@acme.test', options),
  },
  'control.requests': {
    error: ConfigurationError,
    right: {},
    typo: ['sine', 'since'],
    wrong: { since: [5, '', null] },
    call: (options) => call(control.requests, options),
  },
  'control.requests.stream': {
    error: ConfigurationError,
    right: { signal: AbortSignal.abort() },
    typo: ['sine', 'since'],
    wrong: { since: [5, '', null], signal: [true, {}, null] },
    call: (options) => call(control.requests.stream, options),
  },
  'control.states.create': {
    error: ConfigurationError,
    right: { from: '.' },
    typo: ['form', 'from'],
    wrong: { from: [5, null], snapshot: [5, '', null] },
    async call(options) {
      await control.states.clear()
      await call(control.states.create, 'mine', options)
    },
  },
  'control.rehearse': {
    error: ConfigurationError,
    right: { as: 'lead@acme.test', operation: 'roles.list' },
    typo: ['arg', 'args'],
    wrong: {
      as: [undefined, 5, '', null],
      operation: [undefined, 5, '', null],
      args: ['all', {}, null],
      ifMatch: [5, '', null],
    },
    required: true,
    call: (options) => call(control.rehearse, options),
  },
  'control.matrix': {
    error: ConfigurationError,
    right: { resource: { type: 'team', id: 'research' }, users: ['lead@acme.test'], by: 'people' },
    typo: ['user', 'users'],
    wrong: {
      resource: ['research', { type: 'team' }, { type: 'team', id: '' }, null],
      users: ['lead@acme.test', [], [5], null],
      by: ['teams', 5, null],
    },
    call: (options) => call(control.matrix, options),
  },
  'control.explain': {
    error: ConfigurationError,
    right: { as: 'lead@acme.test', action: 'roles.create' },
    typo: ['acton', 'action'],
    wrong: {
      as: [undefined, 5, '', null],
      holder: ['admin/admin', 5],
      action: [undefined, 5, '', null],
      resource: ['research', { type: 'team' }, null],
      args: ['all', {}, null],
    },
    required: true,
    call: (options) => call(control.explain, options),
  },
  'control.policy.compare': {
    error: ConfigurationError,
    right: { to: 'adaptive' },
    typo: ['form', 'from'],
    wrong: { from: [5, '', null], to: [undefined, 5, '', null] },
    required: true,
    call: (options) => call(control.policy.compare, options),
  },
  'control.rules.list': {
    error: ConfigurationError,
    right: { policy: 'bigml' },
    typo: ['polcy', 'policy'],
    wrong: { policy: [5, '', {}, null] },
    call: (options) => call(control.rules.list, options),
  },
  startMock: {
    error: ConfigurationError,
    right: { baseUrl, policy: 'bigml', persist: 'mine' },
    typo: ['persit', 'persist'],
    wrong: {
      persist: [5, '', {}, null],
      handlers: [{}, 'all', null],
      workerUrl: [5, '', {}, null],
    },
    required: true,
    call: async (options) => {
      const started: Promise<unknown> = Reflect.apply(startMock, undefined, [options])
      // Options are checked first.
      await started.catch((error: unknown) => {
        if (!String(error).includes('needs a page')) throw error
      })
    },
  },
  mockFixtures: {
    error: ConfigurationError,
    right: { baseUrl: '/api', policy: 'bigml' },
    typo: ['baseURL', 'baseUrl'],
    wrong: { baseUrl: [undefined, 5, 'nowhere', null, {}] },
    required: true,
    call: (options) => call(mockFixtures, options),
  },
  serverFixtures: {
    error: ConfigurationError,
    right: { policy: 'bigml' },
    typo: ['polcy', 'policy'],
    // Beside a mock that runs already, no other option has an effect.
    wrong: { url: [5, 'nowhere', null, {}, baseUrl] },
    call: (options) => call(serverFixtures, options),
  },
  'rolecall of the plugin for Vite': {
    error: ConfigurationError,
    right: { baseUrl: '/api', policy: 'bigml', persist: false },
    typo: ['baseURL', 'baseUrl'],
    wrong: {
      baseUrl: [5, 'api', baseUrl, null, {}],
      persist: [5, '', {}, null],
      console: [1, 'yes', null],
    },
    call: (options) => call(rolecall, options),
  },
  showPanel: {
    error: ConfigurationError,
    right: { mock, baseUrl, url: 'https://app.example/__rolecall/' },
    typo: ['baseURL', 'baseUrl'],
    wrong: {
      mock: [5, {}, null, 'mock'],
      baseUrl: [5, '', 'ftp://platform.example', null, {}],
      url: [5, '', 'https://other.example/', null, {}],
    },
    // A panel needs a page: its options alone are read.
    call: (options) => call(readPanel, options, 'https://app.example/'),
  },
  mockTest: {
    error: ConfigurationError,
    right: { policy: 'bigml', scenario: 'acme', seed: 'mine' },
    typo: ['polcy', 'policy'],
    wrong: { policy: [5, {}], scenario: [5, {}], hardened: ['yes', 1] },
    call: (options) => void call(mockTest, options),
  },
  'expect(mock).toHaveCalled': {
    error: ConfigurationError,
    right: { as: 'admin@acme.test', args: [], times: 1 },
    typo: ['tims', 'times'],
    wrong: ofCalls,
    call: (options) => {
      const { not } = expect(mock)
      Reflect.apply(not.toHaveCalled, not, ['tokens.list', options])
    },
  },
  'expect(mock).toHaveDenied': {
    error: ConfigurationError,
    right: { as: 'admin@acme.test', rule: 'AD-04', args: [] },
    typo: ['rul', 'rule'],
    wrong: { ...ofCalls, rule: ['', 4, {}] },
    call: (options) => {
      const { not } = expect(mock)
      Reflect.apply(not.toHaveDenied, not, ['tokens.list', options])
    },
  },
  'expect(decision).toBeDenied': {
    error: ConfigurationError,
    right: { rule: 'AD-04' },
    typo: ['ruel', 'rule'],
    wrong: { rule: ['', 4, {}] },
    call: (options) => {
      const assertion = expect(denied)
      Reflect.apply(assertion.toBeDenied, assertion, [options])
    },
  },
  matrix: {
    error: ConfigurationError,
    right: { type: 'organization', id: 'current' },
    typo: ['tpye', 'type'],
    wrong: { type: ['resource', 5, null], id: [5, 'nowhere', null] },
    call: (resource) => call(matrix, mock, resource),
  },
  "matrix's first argument": {
    error: ConfigurationError,
    right: { policy: 'bigml' },
    typo: ['polcy', 'policy'],
    wrong: { policy: ['bigmll', {}] },
    call: (options) => call(matrix, options),
  },
}
