import { describe, expect, test } from 'vitest'
import { ConfigurationError, createMock } from '../../mocks/index.ts'
import { as, at, column, send, text } from './ask.ts'

const teamsOf = async (ask: ReturnType<typeof as>) => (await ask('GET /v1/me')).body.teams

describe('signing in', () => {
  test('finds a known person, by id or e-mail address in any case', async () => {
    const mock = createMock()
    const { body } = await as(mock, 'LEAD@acme.test')('GET /v1/me')
    expect(body.email).toBe('lead@acme.test')
    expect((await as(mock, text(body, 'id'))('GET /v1/me')).body).toEqual(body)
  })

  test('an unknown one is an error with the nearest names', () => {
    const mock = createMock()
    expect(() => mock.token('leed@acme.test')).toThrow(ConfigurationError)
    expect(() => mock.token('leed@acme.test')).toThrow('Did you mean lead@acme.test')
  })

  test('changes nothing, and the token survives a reset', async () => {
    const mock = createMock()
    const before = mock.state
    const ask = as(mock, 'lead@acme.test')
    expect(mock.state === before).toBe(true)
    mock.reset()
    expect((await ask('GET /v1/me')).status).toBe(200)
  })

  test('a removed user can still sign in, and is no member', async () => {
    const mock = createMock()
    const ask = as(mock, 'agent@acme.test')
    await as(mock, 'admin@acme.test')('DELETE /v1/users/agent@acme.test')
    for (const asking of [ask, as(mock, 'agent@acme.test')]) {
      expect((await asking('GET /v1/projects')).body.code).toBe('not_a_member')
      expect((await asking('GET /v1/me')).body).toMatchObject({ status: 'pending', teams: {} })
    }
    const anew = { email: 'agent@acme.test', teams: { support: true } }
    expect((await as(mock, 'admin@acme.test')('POST /v1/users', anew)).status).toBe(201)
    expect((await ask('GET /v1/projects')).status).toBe(200)
  })
})

describe('the first sign-up', () => {
  const signUp = { signUp: true }

  test('joins the default team with the default role', async () => {
    const mock = createMock()
    mock.token('New@acme.test', signUp)
    expect(await teamsOf(as(mock, 'new@acme.test'))).toEqual({ default: 'read-only' })
  })

  test('joins the teams of the deployment', async () => {
    const mock = createMock({ auth: { defaultRole: 'annotator', defaultTeam: 'legacy' } })
    mock.token('new@acme.test', signUp)
    expect(await teamsOf(as(mock, 'new@acme.test'))).toEqual({ legacy: 'annotator' })
  })

  test('of a listed administrator joins team admin too', async () => {
    const mock = createMock({ auth: { admins: ['Boss@acme.test'] } })
    mock.token('boss@acme.test', signUp)
    expect(await teamsOf(as(mock, 'boss@acme.test'))).toEqual({
      admin: 'admin',
      default: 'read-only',
    })
    mock.token('founder@acme.test', signUp)
    expect(await teamsOf(as(mock, 'founder@acme.test'))).toEqual({ default: 'read-only' })
  })

  test('equals users.create without teams', async () => {
    const mock = createMock()
    const ask = as(mock, 'admin@acme.test')
    const create = async (body: object) => (await ask('POST /v1/users', body)).body.teams
    expect(await create({ email: 'a@acme.test' })).toEqual({ default: 'read-only' })
    expect(await create({ email: 'founder@acme.test' })).toEqual({
      admin: 'admin',
      default: 'read-only',
    })
    expect(await create({ email: 'b@acme.test', teams: {} })).toEqual({})
    expect(await create({ email: 'c@acme.test', teams: { support: true } })).toEqual({
      support: 'inference',
    })
  })

  test.each(['x', 'no address', 'boss@intranet', 'usr_unknown'])(
    'of %j is refused: it is no e-mail address',
    async (user) => {
      const mock = createMock()
      const before = mock.state
      const refused = `There is no user ${JSON.stringify(user)}, and signUp takes an e-mail address, such as reviewer@acme.test.`
      expect(() => mock.token(user, signUp)).toThrow(new ConfigurationError(refused))
      expect(() => mock.client({ as: user, ...signUp })).toThrow(new ConfigurationError(refused))
      const { status, body } = await send(mock, 'POST /__mock/sessions', {
        body: { user, ...signUp },
      })
      expect([status, body.code, body.detail]).toEqual([404, 'not_found', refused])
      expect(mock.state).toBe(before)
    },
  )

  test('of no e-mail address suggests the user that may be meant', () => {
    const mock = createMock()
    expect(() => mock.token('lead@acme', signUp)).toThrow(
      'There is no user "lead@acme", and signUp takes an e-mail address, such as reviewer@acme.test. Did you mean lead@acme.test',
    )
  })

  test('of a known id is a sign-in', () => {
    const mock = createMock()
    const [{ id, email } = { id: '', email: '' }] = mock.users()
    expect(mock.token(id, signUp)).toBe(mock.token(email))
  })

  test('of a known user is a sign-in', async () => {
    const mock = createMock()
    const before = mock.state
    mock.token('lead@acme.test', signUp)
    expect(mock.state === before).toBe(true)
  })
})

describe('a service account', () => {
  test('signs in with its key, which is shown once', async () => {
    const mock = createMock()
    const ask = as(mock, 'admin@acme.test')
    const robot = { email: 'robot@acme.test', type: 'service', teams: { support: 'inference' } }
    const { status, body } = await ask('POST /v1/users', robot)
    expect(status).toBe(201)
    const key = text(body, 'apiKey')
    const headers = { authorization: `Bearer ${key}` }
    expect((await send(mock, 'GET /v1/me', { headers })).body.email).toBe('robot@acme.test')
    expect(mock.state).not.toContain(key)
    for (const path of ['/v1/users/robot@acme.test', '/v1/users?email=robot@acme.test']) {
      expect(JSON.stringify((await ask(`GET ${path}`)).body)).not.toContain('apiKey')
    }
    await ask('DELETE /v1/users/robot@acme.test')
    expect((await send(mock, 'GET /v1/me', { headers })).status).toBe(401)
  })

  test('a person has no key', async () => {
    const ask = as(createMock(), 'admin@acme.test')
    const { body } = await ask('POST /v1/users', { email: 'person@acme.test' })
    expect(Object.keys(body)).not.toContain('apiKey')
  })
})

describe('the controls under /__mock', () => {
  test('sign a person in', async () => {
    const mock = createMock()
    const { status, body } = await send(mock, 'POST /__mock/sessions', {
      body: { user: 'lead@acme.test' },
    })
    expect(status).toBe(200)
    const headers = { authorization: `Bearer ${text(body, 'token')}` }
    expect((await send(mock, 'GET /v1/me', { headers })).body.email).toBe('lead@acme.test')
  })

  test('suggest similar people, or sign the person up', async () => {
    const mock = createMock()
    const user = 'leed@acme.test'
    const unknown = await send(mock, 'POST /__mock/sessions', { body: { user } })
    expect(unknown.status).toBe(404)
    expect(unknown.body.detail).toContain('lead@acme.test')
    const up = await send(mock, 'POST /__mock/sessions', { body: { user, signUp: true } })
    expect(up.status).toBe(200)
    expect((await send(mock, 'POST /__mock/sessions', { body: '{' })).status).toBe(400)
    expect((await send(mock, 'POST /__mock/sessions', { body: '[]' })).status).toBe(422)
  })

  test('reset state and log', async () => {
    const mock = createMock()
    const before = mock.state
    const ask = as(mock, 'admin@acme.test')
    const create = () => ask('POST /v1/teams', { key: 'qa' }, { 'idempotency-key': 'one' })
    const first = await create()
    expect(mock.state === before).toBe(false)
    const headers = { 'content-type': 'application/json' }
    expect((await send(mock, 'POST /__mock/reset', { headers })).status).toBe(204)
    expect([mock.state, mock.requests.length]).toEqual([before, 0])
    const again = await create()
    expect(again.headers.get('idempotency-replayed')).toBeNull()
    expect(again.body).toEqual(first.body)
  })

  test('accept only JSON, which no page of another origin can send without a preflight', async () => {
    const mock = createMock()
    const ask = as(mock, 'admin@acme.test')
    await ask('POST /v1/teams', { key: 'qa' })
    for (const type of [undefined, '', 'text/plain', 'application/x-www-form-urlencoded']) {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
      for (const body of [undefined, '{"user":"admin@acme.test"}']) {
        for (const path of ['sessions', 'reset']) {
          const sent = { method: 'POST', headers, ...(body !== undefined && { body }) }
          const answer = await mock.fetch(`/__mock/${path}`, sent)
          expect(answer.status, `${path} ${type}`).toBe(415)
          expect(answer.headers.get('accept')).toBe('application/json')
        }
      }
    }
    expect((await ask('GET /v1/teams/qa')).status).toBe(200)
  })

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'reject a %s, and change nothing',
    async (method) => {
      const mock = createMock()
      await as(mock, 'admin@acme.test')('POST /v1/teams', { key: 'qa' })
      const before = mock.state
      for (const path of ['sessions', 'reset']) {
        const headers = { 'content-type': 'application/json' }
        const answer = await mock.fetch(`/__mock/${path}?user=admin@acme.test`, { method, headers })
        expect(answer.status).toBe(405)
        expect(answer.headers.get('allow')).toBe('POST')
      }
      expect(mock.state).toBe(before)
    },
  )

  test.each([{ a: 1 }, [], [{}], 1, null])(
    'refuse a reset with a body of %j, and keep the state',
    async (body) => {
      const mock = createMock()
      await as(mock, 'admin@acme.test')('POST /v1/teams', { key: 'kept' })
      const { status, body: problem } = await send(mock, 'POST /__mock/reset', { body })
      expect([status, problem.code]).toEqual([422, 'validation_failed'])
      const { status: found } = await as(mock, 'admin@acme.test')('GET /v1/teams/kept')
      expect(found).toBe(200)
    },
  )

  test('there are no others', async () => {
    const mock = createMock()
    expect((await send(mock, 'GET /__mock/reset')).headers.get('allow')).toBe('POST')
    expect((await send(mock, 'POST /__mock/toString')).status).toBe(404)
  })
})

test('users() lists everyone who can sign in, the personas first', async () => {
  const mock = createMock()
  const users = mock.users()
  expect(users).toHaveLength(20)
  expect(users[0]).toMatchObject({ email: 'admin@acme.test', teams: { admin: 'admin' } })
  expect(users.filter(({ text: who }) => who !== undefined).map(({ email }) => email)).toEqual(
    mock.scenario.personas.map(({ user }) => user),
  )
  const listed = column((await as(mock, 'admin@acme.test')('GET /v1/users')).body, 'email')
  expect(new Set(users.map(({ email }) => email))).toEqual(new Set(listed))
  expect(at(users, 0, 'id')).toMatch(/^usr_/)
})
