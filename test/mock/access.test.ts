import { beforeEach, describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as, at, column, send } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

const lead = 'lead@acme.test'
const organization = { type: 'organization', id: 'current' }
const me = { type: 'user', id: 'me' }
const question = (action: string, more: object = {}) => ({
  subject: me,
  action: { name: action },
  resource: organization,
  ...more,
})

const evaluate = async (user: string, body: object) =>
  (await as(mock, user)('POST /access/v1/evaluation', body)).body

describe('access.evaluate', () => {
  test('a caller without an active membership asks about themselves, and about nobody else', async () => {
    const invited = 'invited@acme.test'
    expect(
      await evaluate(invited, question('users.me', { context: { rolecall: { args: [] } } })),
    ).toEqual({
      decision: true,
    })
    const explained = { context: { rolecall: { explain: true, args: [{}] } } }
    expect(await evaluate(invited, question('users.list', explained))).toMatchObject({
      decision: false,
      context: { code: 'not_a_member' },
    })
    const other = { ...question('users.me'), subject: { type: 'user', id: lead } }
    expect(await evaluate(invited, other)).toMatchObject({ status: 403, code: 'not_a_member' })
  })

  test('a denial is a 200, with its decision only on request', async () => {
    expect(await evaluate(lead, question('roles.create'))).toEqual({ decision: false })
    expect(await evaluate(lead, question('roles.list'))).toEqual({ decision: true })
    const explained = await evaluate(
      lead,
      question('roles.create', { context: { rolecall: { explain: true } } }),
    )
    expect(explained).toMatchObject({ decision: false, context: { rule: 'AD-04', outcome: 'no' } })
  })

  test('with arguments, it says yes exactly when the call would answer 2xx', async () => {
    const ask = as(mock, 'admin@acme.test')
    const calls = [
      { name: 'roles.create', line: 'POST /v1/roles', args: [{ key: 'mine', permissions: [] }] },
      { name: 'roles.create', line: 'POST /v1/roles', args: [{ key: 'admin', permissions: [] }] },
      { name: 'roles.create', line: 'POST /v1/roles', args: [{ key: 'mine', permissions: ['x'] }] },
      { name: 'roles.create', line: 'POST /v1/roles', args: [{ kex: 'mine' }] },
      { name: 'roles.create', line: 'POST /v1/roles', args: [] },
      { name: 'roles.delete', line: 'DELETE /v1/roles/admin', args: ['admin'] },
      { name: 'roles.get', line: 'GET /v1/roles/nobody', args: ['nobody'] },
      { name: 'users.list', line: 'GET /v1/users', args: [] },
      { name: 'projects.list', line: 'GET /v1/projects?limit=0', args: [{ limit: 0 }] },
      {
        name: 'projects.transferOwnership',
        line: 'POST /v1/projects/churn/transfer-ownership',
        args: ['churn', { to: lead }],
      },
    ]
    for (const { name, line, args } of calls) {
      const before = mock.state
      const asked = await evaluate(
        'admin@acme.test',
        question(name, { context: { rolecall: { args, explain: true } } }),
      )
      expect(mock.state === before).toBe(true)
      const body = line.startsWith('POST') ? args.at(-1) : undefined
      const { status, body: answer } = await ask(line, body)
      expect([line, asked.decision]).toEqual([line, status < 300])
      expect(at(asked, 'context', 'allowed')).toBe(status < 300)
      if (status >= 300 && args.length > 0) expect(at(asked, 'context', 'code')).toBe(answer.code)
    }
  })

  test('about others, it needs the right to list users', async () => {
    const about = question('use_case:read', {
      subject: { type: 'user', id: 'watcher@acme.test' },
      resource: { type: 'project', id: 'churn' },
    })
    expect(await evaluate(lead, about)).toEqual({ decision: true })
    const denied = await as(mock, 'scientist@acme.test')('POST /access/v1/evaluation', about)
    expect([denied.status, denied.body.code]).toEqual([403, 'permission_denied'])
    const oneself = { ...about, subject: { type: 'user', id: 'WATCHER@acme.test' } }
    expect(await evaluate('watcher@acme.test', oneself)).toEqual({ decision: true })
  })

  test('an unknown or hidden resource is denied', async () => {
    const unknown = [
      question('roles.burn'),
      question('toString'),
      question('use_case:read', { resource: { type: 'project', id: 'nothing' } }),
      question('use_case:read', { resource: { type: 'project', id: 'archive' } }),
      question('use_case:read', { resource: { type: 'planet', id: 'mars' } }),
      question('users.me', { subject: { type: 'robot', id: 'me' } }),
      question('users.me', { subject: { type: 'user', id: 'nobody@acme.test' } }),
      question('organization.get', { resource: { type: 'organization', id: 'other' } }),
    ]
    for (const body of unknown) {
      expect([body, (await evaluate(lead, body)).decision]).toEqual([body, false])
    }
  })

  test('unknown fields are ignored, missing ones are 400', async () => {
    const more = question('roles.list', { extra: 1, context: { locale: 'de' } })
    expect(await evaluate(lead, more)).toEqual({ decision: true })
    const { status, body } = await as(mock, lead)('POST /access/v1/evaluation', { subject: me })
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect(column({ data: body.errors }, 'pointer')).toEqual(['/action', '/resource'])
  })
})

describe('access.evaluateAll', () => {
  const batch = async (body: object) =>
    (await as(mock, lead)('POST /access/v1/evaluations', body)).body
  const names = ['roles.list', 'roles.create', 'teams.list']
  const evaluations = names.map((name) => ({ action: { name } }))
  const top = { subject: me, resource: organization }

  test('takes missing parts of a question from the top', async () => {
    expect(await batch({ ...top, evaluations })).toEqual({
      evaluations: [{ decision: true }, { decision: false }, { decision: true }],
    })
  })

  test.each([
    ['deny_on_first_deny', [true, false]],
    ['permit_on_first_permit', [true]],
    ['execute_all', [true, false, true]],
  ])('%s', async (evaluations_semantic, decisions) => {
    const { evaluations: answers } = await batch({
      ...top,
      evaluations,
      options: { evaluations_semantic },
    })
    expect(column({ data: answers }, 'decision')).toEqual(decisions)
  })

  test('without questions is one question', async () => {
    expect(await batch(question('roles.list'))).toEqual({ decision: true })
  })

  test('without questions, an incomplete one is 400, with its place', async () => {
    const { status, body } = await as(mock, lead)('POST /access/v1/evaluations', {
      subject: me,
      action: { name: 'roles.list' },
      evaluations: [],
    })
    expect([status, column({ data: body.errors }, 'pointer')]).toEqual([400, ['/resource']])
  })
})

describe('the searches', () => {
  const search = async (user: string, what: string, body: object) =>
    (await as(mock, user)(`POST /access/v1/search/${what}`, body)).body
  const ids = (body: object) => column({ data: at(body, 'results') }, 'id')

  test('find subjects, as evaluate would answer each', async () => {
    const action = { name: 'projects.update' }
    const resource = { type: 'project', id: 'churn' }
    const found = await search('admin@acme.test', 'subject', {
      subject: { type: 'user' },
      action,
      resource,
    })
    for (const { id } of mock.users()) {
      const asked = { subject: { type: 'user', id }, action, resource }
      const { decision } = await evaluate('admin@acme.test', asked)
      expect([id, ids(found).includes(id)]).toEqual([id, decision])
    }
    expect(at(found, 'page', 'next_token')).toBe('')
  })

  test('find resources, page by page', async () => {
    const body = { subject: me, action: { name: 'projects.get' }, resource: { type: 'project' } }
    const all = await search(lead, 'resource', body)
    expect(ids(all)).toHaveLength(3)
    const first = await search(lead, 'resource', { ...body, page: { limit: 2 } })
    const token = at(first, 'page', 'next_token')
    expect(token).not.toBe('')
    const second = await search(lead, 'resource', { ...body, page: { limit: 2, token } })
    expect([...ids(first), ...ids(second)]).toEqual(ids(all))
    expect(at(second, 'page', 'next_token')).toBe('')
    const wrong = await as(mock, lead)('POST /access/v1/search/resource', {
      ...body,
      page: { token: 'x' },
    })
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_cursor'])
  })

  test('find actions, as evaluate would answer each', async () => {
    const resource = { type: 'project', id: 'churn' }
    const found = await search('watcher@acme.test', 'action', { subject: me, resource })
    const names = column({ data: at(found, 'results') }, 'name')
    expect(names).toContain('use_case:read')
    expect(names).not.toContain('use_case:update')
    for (const name of names) {
      const asked = { subject: me, action: { name: String(name) }, resource }
      expect([name, (await evaluate('watcher@acme.test', asked)).decision]).toEqual([name, true])
    }
    const hidden = { subject: me, resource: { type: 'project', id: 'archive' } }
    expect(at(await search('watcher@acme.test', 'action', hidden), 'results')).toEqual([])
  })

  test('for subjects needs the right to list users', async () => {
    const body = { subject: { type: 'user' }, action: { name: 'users.me' }, resource: organization }
    const { status } = await as(mock, 'scientist@acme.test')('POST /access/v1/search/subject', body)
    expect(status).toBe(403)
  })
})

test('the metadata needs no token, and names the endpoints at the requested address', async () => {
  const { status, body } = await send(mock, 'GET /.well-known/authzen-configuration')
  expect(status).toBe(200)
  expect(body.access_evaluation_endpoint).toBe('https://rolecall.test/access/v1/evaluation')
})

test('the matrix says of each persona what searchActions says', async () => {
  const { body } = await as(mock, lead)('GET /v1/policy/matrix')
  const cells = Array.isArray(body.cells) ? body.cells : []
  const ask = as(mock, 'lead@acme.test')
  const { id } = (await ask('GET /v1/me')).body
  const allowed = cells.flatMap((cell) =>
    at(cell, 'persona') === id && at(cell, 'outcome') === 'yes' ? [at(cell, 'action')] : [],
  )
  const found = await ask('POST /access/v1/search/action', { subject: me, resource: organization })
  expect(column({ data: found.body.results }, 'name')).toEqual(allowed)
})
