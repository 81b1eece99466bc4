import { createClient, denialText, RolecallError } from 'rolecall'
import { createCore } from 'rolecall/core'
import { openTelemetry } from 'rolecall/otel'
import { queries } from 'rolecall/query'
import { rolesClient } from 'rolecall/resources/roles'
import { baseUrl, call, denied, mock, type Taker } from './taker.ts'

const admin = mock.client({ as: 'admin@acme.test' })
const roles = rolesClient(
  createCore({ baseUrl, token: mock.token('admin@acme.test'), fetch: mock.fetch }),
)
const { explain } = denied

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

/** Functions of the client, of queries and of traces. */
export const ofTheClient: Readonly<Record<string, Taker>> = {
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
}
