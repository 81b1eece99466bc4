import { ConfigurationError } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { baseUrl, call, mock, type Taker } from './taker.ts'

const control = createControl({ mock })

/** Functions of the control client. */
export const ofTheControl: Readonly<Record<string, Taker>> = {
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
  'control.access': {
    error: ConfigurationError,
    right: { user: 'lead@acme.test' },
    typo: ['projct', 'project'],
    wrong: { user: [undefined, 5, '', null], project: [5, '', null] },
    required: true,
    call: (options) => call(control.access, options),
  },
  'control.rules.list': {
    error: ConfigurationError,
    right: { policy: 'bigml' },
    typo: ['polcy', 'policy'],
    wrong: { policy: [5, '', {}, null] },
    call: (options) => call(control.rules.list, options),
  },
}
