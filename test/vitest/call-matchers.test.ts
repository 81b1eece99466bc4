import { denialText, PermissionDeniedError } from 'rolecall'
import { ConfigurationError, createMock } from 'rolecall/mocks'
import 'rolecall/mocks/vitest'
import { describe, expect, test } from 'vitest'
import { messageOf } from './message-of.ts'

const mock = createMock()
const admin = mock.client({ as: 'admin@acme.test' })
const lead = mock.client({ as: 'lead@acme.test' })
const leadId = (await lead.users.me()).id

const error: unknown = await lead.roles
  .create({ key: 'mine', permissions: [] })
  .catch((thrown: unknown) => thrown)
await admin.roles.create({ key: 'ours', permissions: ['use_case:read'] })
await admin.roles.delete('platform_admin').catch(() => {})
await admin.roles.get('nobody').catch(() => {})
await admin.users.list()
await admin.users.list({ team: 'support' })
await lead.can('teams.create', { key: 'new' })
await lead.can.all([['projects.list'], ['users.remove', 'reviewer@acme.test']])
await mock.fetch('/v1/role')

describe('a call is found', () => {
  test('by its operation, its caller, its arguments and how often it was made', () => {
    expect(mock).toHaveCalled('roles.create')
    expect(mock).toHaveCalled('roles.create', { times: 2 })
    expect(mock).toHaveCalled('roles.create', { as: 'admin@acme.test', times: 1 })
    expect(mock).toHaveCalled('roles.create', { as: 'ADMIN@acme.test' })
    expect(mock).toHaveCalled('roles.create', { as: leadId, times: 1 })
    expect(mock).toHaveCalled('users.list', { args: [], times: 1 })
    expect(mock).toHaveCalled('users.list', { args: [{ team: 'support' }], times: 1 })
    expect(mock).toHaveCalled('roles.create', {
      args: [{ key: 'ours', permissions: expect.anything() }],
      times: 1,
    })
    expect(mock).toHaveCalled('roles.get', { args: [expect.stringMatching(/^no/)] })
    expect(mock).toHaveCalled('teams.delete', { times: 0 })
  })

  test('and others are not', () => {
    expect(mock).not.toHaveCalled('roles.create', { times: 1 })
    expect(mock).not.toHaveCalled('roles.create', { as: 'watcher@acme.test' })
    expect(mock).not.toHaveCalled('roles.create', { args: [{ key: 'ours', permissions: [] }] })
    expect(mock).not.toHaveCalled('users.list', { args: [{ team: 'research' }] })
    // A question is no call.
    expect(mock).not.toHaveCalled('teams.create')
  })
})

describe('a denial is found', () => {
  test('by its rule, its caller, its arguments and how often it was made', () => {
    expect(mock).toHaveDenied('roles.create')
    expect(mock).toHaveDenied('roles.create', { as: 'lead@acme.test', rule: 'AD-04', times: 1 })
    expect(mock).toHaveDenied('roles.create', {
      as: leadId,
      args: [{ key: 'mine', permissions: [] }],
    })
    // A guard refuses it.
    expect(mock).toHaveDenied('roles.delete', { rule: 'AD-12' })
  })

  test('and others are not', () => {
    expect(mock).not.toHaveDenied('roles.create', { as: 'admin@acme.test' })
    expect(mock).not.toHaveDenied('roles.create', { rule: 'AD-05' })
    // The API refuses it, and no rule.
    expect(mock).not.toHaveDenied('roles.get')
    // A question is no call.
    expect(mock).not.toHaveDenied('teams.create')
    expect(mock).not.toHaveDenied('users.list')
  })
})

if (!(error instanceof PermissionDeniedError && error.decision)) throw new Error('It is no denial.')
const denial = denialText(error.decision)

describe('a message says what was expected, what was called instead, and why it was denied', () => {
  test.each<[string, () => void, string]>([
    [
      'another rule denies it',
      () => expect(mock).toHaveDenied('roles.create', { rule: 'AD-05', as: 'lead@acme.test' }),
      `expected roles.create to have been denied by AD-05 for lead@acme.test, but it was not:

  lead@acme.test   roles.create({"key":"mine","permissions":[]})                 403 permission_denied AD-04
  admin@acme.test  roles.create({"key":"ours","permissions":["use_case:read"]})  201

${denial}`,
    ],
    [
      'it is denied',
      () => expect(mock).not.toHaveDenied('roles.create'),
      `expected roles.create not to have been denied, but it was:

  lead@acme.test  roles.create({"key":"mine","permissions":[]})  403 permission_denied AD-04

${denial}`,
    ],
    [
      'it was only asked for',
      () => expect(mock).toHaveCalled('teams.create', { as: 'lead@acme.test' }),
      `expected teams.create to have been called by lead@acme.test, but it was not:

  lead@acme.test  can teams.create({"key":"new"})  denied AD-05`,
    ],
    [
      'it was only asked for, among others',
      () => expect(mock).toHaveCalled('projects.list'),
      `expected projects.list to have been called, but it was not:

  lead@acme.test  can projects.list()  allowed AD-03`,
    ],
    [
      'it was called more often',
      () => expect(mock).toHaveCalled('users.list', { times: 1 }),
      `expected users.list to have been called once, but it was 2 times:

  admin@acme.test  users.list()                    200
  admin@acme.test  users.list({"team":"support"})  200`,
    ],
    [
      'it was called with other arguments',
      () => expect(mock).toHaveCalled('roles.get', { args: ['annotator'] }),
      `expected roles.get to have been called with ["annotator"], but it was not:

  admin@acme.test  roles.get("nobody")  404 not_found`,
    ],
    [
      'it was called so',
      () => expect(mock).not.toHaveCalled('roles.get', { args: [expect.any(String)], times: 1 }),
      `expected roles.get not to have been called with [Any<String>] once, but it was:

  admin@acme.test  roles.get("nobody")  404 not_found`,
    ],
    [
      'other calls were made',
      () => expect(mock).toHaveCalled('tokens.list'),
      `expected tokens.list to have been called, but it was not.

The last of its calls:

  admin@acme.test  users.list({"team":"support"})          200
  lead@acme.test   can teams.create({"key":"new"})         denied AD-05
  lead@acme.test   can projects.list()                     allowed AD-03
  lead@acme.test   can users.remove("reviewer@acme.test")  denied AD-06
  nobody           GET /v1/role                            404 not_found`,
    ],
    [
      'no call was made',
      () => expect(createMock()).toHaveDenied('tokens.list'),
      `expected tokens.list to have been denied, but it was not.

The mock was not called.`,
    ],
  ])('%s', (_, assertion, message) => {
    expect(messageOf(assertion)).toBe(message)
  })
})

test.each<[string, unknown, readonly unknown[], string]>([
  ['no mock', {}, ['roles.create'], 'toHaveDenied needs a mock: expect(mock)'],
  ['a client', admin, ['roles.create'], 'toHaveDenied needs a mock: expect(mock)'],
  ['no operation', mock, [], 'toHaveDenied needs an operation, such as teams.create'],
  ['a misspelt operation', mock, ['roles.creat'], 'Did you mean roles.create'],
  [
    'a rule in place of options',
    mock,
    ['roles.create', 'AD-04'],
    "toHaveDenied's expectation must be",
  ],
  ['an empty rule', mock, ['roles.create', { rule: '' }], 'rule must be the id of a rule'],
  ['arguments that are no list', mock, ['roles.get', { args: 'a' }], 'args must be a list'],
  ['a broken number', mock, ['roles.get', { times: 1.5 }], 'times must be a whole number'],
  ['an unknown option', mock, ['roles.get', { by: 'a' }], "toHaveDenied's expectation can't have"],
])('%s is refused, also with not', (_, received, args, text) => {
  for (const matchers of [expect(received), expect(received).not]) {
    const run = () => Reflect.apply(matchers.toHaveDenied, matchers, args)
    expect(run).toThrow(ConfigurationError)
    expect(run).toThrow(text)
  }
})
