import { ConfigurationError, createMock, crowd, matrix } from 'rolecall/mocks'
import { adaptive } from 'rolecall/policies'
import { call, mock, type Taker } from './taker.ts'

const faults = { rules: [{ on: 'users.*', status: 503, times: 3 }] }

/** Functions of a mock in process. */
export const ofTheMock: Readonly<Record<string, Taker>> = {
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
