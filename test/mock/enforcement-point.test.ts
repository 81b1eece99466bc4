import { describe, expect, test } from 'vitest'
import { ConfigurationError, createMock } from '../../mocks/index.ts'
import { definePolicy, policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import { contract } from '../../mocks/generated/contract.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { operations } from '../../src/generated/operations.ts'
import { BadRequestError, PermissionDeniedError } from '../../src/index.ts'
import { messageOf } from '../properties/support/send.ts'

const options = { enforcementPoint: true } as const
const current = { type: 'organization', id: 'current' }
const user = (name: string) => ({ type: 'user', id: `${name}@acme.test` })

describe('an enforcement point', () => {
  test.each(Object.keys(operations).filter(isOperation))('%s', (operation) => {
    const mock = createMock()
    const token = mock.token(options)
    const before = mock.state
    const args = operations[operation].parameters.map(() => 'churn')
    const answer = mock.handle(messageOf({ operation, args: [...args, {}] }, token))
    const { public: open, enforcementPoint: asks } = contract[operation]
    // A question without a subject was malformed, and so was let through.
    if (open || asks) expect(answer.status).toBe(open ? 200 : 400)
    else {
      expect(answer.status).toBe(403)
      expect(JSON.parse(answer.body)).toMatchObject({
        code: 'enforcement_point',
        detail: `${operation} is not open to enforcement points, which may only call access.*.`,
        decision: { allowed: false, alternatives: [], action: operation },
      })
    }
    expect(mock.state === before).toBe(true)
  })

  test('asks access.* and nothing else, by the document', () => {
    const asked = Object.entries(contract).filter(([, terms]) => terms.enforcementPoint)
    expect(asked.map(([operation]) => operation)).toEqual([
      'access.evaluate',
      'access.evaluateAll',
      'access.searchSubjects',
      'access.searchResources',
      'access.searchActions',
    ])
  })

  test.each(Object.values<Policy>(policies))('asks about everybody on $name', async (policy) => {
    const mock = createMock({ policy })
    const { access } = mock.client(options)
    const action = { name: 'projects.get' }
    for (const { email } of mock.users()) {
      const subject = { type: 'user', id: email }
      const all = await access.searchResources({ subject, action, resource: { type: 'project' } })
      const { data } = await mock
        .client({ as: email })
        .projects.list({ limit: 200 })
        .catch(() => ({ data: [] }))
      expect(all.results.map(({ id }) => id)).toEqual(data.map(({ key }) => key))
    }
  })

  test('asks whatever the policy offers to people', async () => {
    const none = { changes: {}, guards: [], effects: [] }
    const policy = definePolicy({ ...policies.peltarion, name: 'own', ...none })
    const mock = createMock({ policy })
    const { access } = mock.client(options)
    const question = {
      subject: user('admin'),
      action: { name: 'members:list' },
      resource: current,
    }
    expect(await access.evaluate(question)).toEqual({ decision: true })
    const { action, ...rest } = question
    const { evaluations } = await access.evaluateAll({ ...rest, evaluations: [{ action }] })
    expect(evaluations).toEqual([{ decision: true }])
    expect((await access.searchActions(question)).results).toContainEqual(action)
    const found = [
      access.searchSubjects({ ...question, subject: { type: 'user' } }),
      access.searchResources({ ...question, resource: { type: 'organization' } }),
    ]
    for (const { results } of await Promise.all(found)) expect(results).not.toEqual([])
    const { access: asked } = mock.client({ as: 'admin@acme.test' })
    await expect(asked.evaluate(question)).rejects.toMatchObject({ code: 'operation_not_offered' })
  })

  test('gets the whole decision, even where members get less', async () => {
    const mock = createMock({ explain: 'nothing' })
    const { context } = await mock.client(options).access.evaluate({
      subject: user('lead'),
      action: { name: 'roles.create' },
      resource: current,
      context: { rolecall: { explain: true } },
    })
    expect(context?.text).toBe(
      'roles.create needs “Manage roles” (admin:manage_roles) in team Admin. lead@acme.test holds it only in team Research.',
    )
    const asked = { subject: user('lead'), action: { name: 'teams.create' }, resource: current }
    const args = [{ key: 'new' }]
    const withCall = { ...asked, context: { rolecall: { explain: true, args } } }
    const { context: ofCall } = await mock.client(options).access.evaluate(withCall)
    expect(ofCall?.alternatives[0]?.calls[0]?.by).toContain('admin@acme.test')
  })

  test('has no user of its own, and must name a subject', async () => {
    const { access } = createMock().client(options)
    const me = { type: 'user', id: 'me' }
    const action = { name: 'roles.list' }
    const question = { subject: me, action, resource: current }
    const refused = access.evaluate(question)
    await expect(refused).rejects.toThrow(BadRequestError)
    await expect(refused).rejects.toThrow(
      'subject.id is "me", but an enforcement point is not a user. Name a user by id or e-mail address.',
    )
    await expect(access.searchActions(question)).rejects.toThrow(BadRequestError)
    await expect(access.searchResources(question)).rejects.toThrow(BadRequestError)
    const { results } = await access.searchSubjects(question)
    expect(results.length).toBeGreaterThan(1)
  })

  test('is in the log under its name, and not in the audit, which is about people', async () => {
    const mock = createMock()
    const point = mock.client(options)
    await point.access.searchSubjects({
      subject: { type: 'user' },
      action: { name: 'roles.list' },
      resource: current,
    })
    await expect(point.users.me()).rejects.toThrow(PermissionDeniedError)
    expect(mock.requests.map(({ actor, operation, status }) => [actor, operation, status])).toEqual(
      [
        ['enforcement-point', 'access.searchSubjects', 200],
        ['enforcement-point', 'users.me', 403],
      ],
    )
    expect((await mock.client({ as: 'admin@acme.test' }).audit.list()).data).toEqual([])
  })

  test('finds nothing once the organization is deleted', async () => {
    const mock = createMock({ policy: 'bigml' })
    await mock.client({ as: 'admin@acme.test' }).organization.delete()
    const { access } = mock.client(options)
    const question = { subject: user('admin'), action: { name: 'users.me' }, resource: current }
    await expect(access.evaluate(question)).rejects.toThrow('The organization was deleted.')
  })
})

describe('its token', () => {
  test('survives a reset, and a new mock with the same seed, and fits no other seed', () => {
    const mock = createMock({ seed: 'one' })
    const token = mock.token(options)
    mock.reset()
    expect(mock.token(options)).toBe(token)
    const call = { operation: 'access.configuration', args: [] } as const
    const asks = { ...messageOf(call, token), path: '/v1/me' }
    expect(mock.handle(asks).status).toBe(403)
    expect(createMock({ seed: 'one' }).handle(asks).status).toBe(403)
    expect(createMock({ seed: 'two' }).handle(asks).status).toBe(401)
  })

  test('is given over HTTP too', () => {
    const mock = createMock()
    const headers = { 'content-type': 'application/json' }
    const post = (body: object) =>
      mock.handle({
        method: 'POST',
        path: '/__mock/sessions',
        query: '',
        headers,
        body: JSON.stringify(body),
      })
    expect(JSON.parse(post(options).body)).toEqual({ token: mock.token(options) })
    const both = post({ ...options, user: 'lead@acme.test' })
    expect(both.status).toBe(422)
    expect(both.body).toContain('{\\"enforcementPoint\\": true}')
    expect(post({ enforcementPoint: 'yes' }).status).toBe(422)
  })

  test('needs the one option that exists', () => {
    const mock = createMock()
    expect(() => Reflect.apply(mock.token, mock, [{ enforcementPoint: false }])).toThrow(
      ConfigurationError,
    )
    expect(() => Reflect.apply(mock.token, mock, [null])).toThrow(ConfigurationError)
    expect(() => Reflect.apply(mock.client, mock, [{ as: 'lead@acme.test', ...options }])).toThrow(
      ConfigurationError,
    )
  })

  test('signs nobody in by its name', () => {
    expect(() => createMock().token('enforcement-point')).toThrow(
      'There is no user "enforcement-point".',
    )
  })
})

test.each([
  [options, 'nothing', 'There is no project "nothing".'],
  [
    { as: 'admin@acme.test' },
    'nothing',
    'There is no project "nothing", or none that you may see.',
  ],
  [{ as: 'lead@acme.test' }, 'archive', 'There is no project "archive", or none that you may see.'],
  [options, 'archive', 'The subject may not see project "archive".'],
  [
    { as: 'deputy@acme.test' },
    'archive',
    'There is no project "archive", or none that you may see.',
  ],
] as const)('%j gets its own view of a missing resource: %s', async (asker, key, text) => {
  const { access } = createMock().client(asker)
  const question = {
    subject: user('labeler'),
    action: { name: 'projects.get' },
    resource: { type: 'project', id: key },
  }
  for (const rolecall of [{ explain: true }, { explain: true, args: [key] }]) {
    const told = await access.evaluate({ ...question, context: { rolecall } })
    expect(told).toMatchObject({ decision: false, context: { status: 404, text } })
  }
})
