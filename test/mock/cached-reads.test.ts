/** The mock caches the answer of a read until something changes. */
import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, column, text } from './ask.ts'

const start = () => {
  const mock = createMock()
  const by = (name: string) => as(mock, `${name}@acme.test`)
  return { mock, admin: by('admin'), lead: by('lead') }
}

describe('the same read again', () => {
  test('has its own request id, and its own lines in log and audit', async () => {
    const { mock, admin } = start()
    const first = await admin('GET /v1/users?limit=2')
    const second = await admin('GET /v1/users?limit=2')
    expect(second.body).toEqual(first.body)
    const ids = [first, second].map(({ headers }) => headers.get('x-request-id'))
    expect(new Set(ids).size).toBe(2)
    expect(mock.requests.map(({ id }) => id)).toEqual(ids)
    const [one, other] = mock.requests
    expect({ ...one, id: '' }).toEqual({ ...other, id: '' })
    expect(one).toMatchObject({ operation: 'users.list', args: [{ limit: 2 }], status: 200 })
    const audit = await admin('GET /v1/audit')
    expect(column(audit.body, 'operation')).toEqual(['users.list', 'users.list'])
  })

  test('shows every change since, also of visibility', async () => {
    const { admin, lead } = start()
    const read = async () => column((await lead('GET /v1/users?limit=200')).body, 'email')
    const before = await read()
    await admin('POST /v1/users', { email: 'new@acme.test', teams: { support: 'annotator' } })
    expect(await read()).toEqual([...before, 'new@acme.test'])
    await admin('DELETE /v1/users/new@acme.test')
    expect(await read()).toEqual(before)
  })

  test("is the caller's own", async () => {
    const { admin, lead } = start()
    const [mine, theirs] = [await admin('GET /v1/me'), await lead('GET /v1/me')]
    expect([text(mine.body, 'email'), text(theirs.body, 'email')]).toEqual([
      'admin@acme.test',
      'lead@acme.test',
    ])
  })

  test("ends with its token, and with the mock's reset", async () => {
    const { mock, admin, lead } = start()
    await lead('GET /v1/me')
    await admin('PATCH /v1/users/lead@acme.test', { name: 'Somebody' })
    expect((await lead('GET /v1/me')).body.name).toBe('Somebody')
    mock.reset()
    expect((await lead('GET /v1/me')).body.name).not.toBe('Somebody')
    await admin('DELETE /v1/users/lead@acme.test')
    expect((await lead('GET /v1/users')).body.code).toBe('not_a_member')
  })

  test('is judged by its If-Match', async () => {
    const { admin } = start()
    const { body, headers } = await admin('GET /v1/organization')
    const etag = headers.get('etag') ?? ''
    const plain = await admin('GET /v1/organization')
    const matched = await admin('GET /v1/organization', undefined, { 'if-match': etag })
    expect([plain.body, matched.body]).toEqual([body, body])
  })

  test('shows the present audit', async () => {
    const { admin } = start()
    await admin('GET /v1/me')
    expect(column((await admin('GET /v1/audit')).body, 'operation')).toHaveLength(1)
    await admin('GET /v1/me')
    expect(column((await admin('GET /v1/audit')).body, 'operation')).toHaveLength(2)
  })
})

describe('the same denial again', () => {
  test('is explained by the current state', async () => {
    const { admin, lead, mock } = start()
    const create = () => lead('POST /v1/roles', { key: 'mine', permissions: ['use_case:read'] })
    const [first, second] = [await create(), await create()]
    const { instance: _, ...said } = first.body
    expect(second.body).toMatchObject(said)
    expect(mock.requests.map(({ decision }) => decision?.text)).toEqual([
      first.body.detail,
      first.body.detail,
    ])
    await admin('POST /v1/roles', { key: 'mine', permissions: ['use_case:read'] })
    const later = await create()
    expect(later.status).toBe(403)
    const refusal = { status: 409, code: 'key_taken' }
    expect(later.body).toMatchObject({
      ...said,
      instance: later.body.instance,
      decision: { alternatives: [{ refusal }] },
    })
    expect(JSON.stringify(first.body)).not.toContain('key_taken')
  })

  test('is the answer to the same request alone', async () => {
    const { admin, lead } = start()
    const mine = { key: 'mine', permissions: ['use_case:read'] }
    const denied = await lead('POST /v1/roles', mine)
    expect(denied.status).toBe(403)
    const others = [
      await lead('POST /v1/roles', { ...mine, key: 'annotator' }),
      await lead('POST /v1/roles', mine, { 'content-type': 'text/plain' }),
      await lead('POST /v1/roles', mine, { 'content-encoding': 'gzip' }),
      await lead('POST /v1/roles', mine, { 'idempotency-key': '' }),
      await lead('POST /v1/roles', mine, { 'idempotency-key': 'one' }),
      await lead('PATCH /v1/roles/annotator', { name: 'Mine' }, { 'if-match': '"stale"' }),
      await lead('DELETE /v1/roles/annotator'),
      await lead('GET /v1/roles/annotator'),
      await admin('POST /v1/roles', mine),
    ]
    expect(others.map(({ status }) => status)).toEqual([
      403, 415, 415, 400, 403, 403, 403, 200, 201,
    ])
    const [taken] = others
    expect(JSON.stringify(taken?.body)).toContain('key_taken')
    expect(JSON.stringify(denied.body)).not.toContain('key_taken')
  })

  test('has its own lines in log and audit', async () => {
    const { mock, admin, lead } = start()
    const mine = { key: 'mine', permissions: ['use_case:read'] }
    await lead('POST /v1/roles', mine)
    await lead('POST /v1/roles', mine, { 'idempotency-key': 'two' })
    const [one, other] = mock.requests
    expect({ ...one, id: '' }).toEqual({ ...other, id: '' })
    expect(one).toMatchObject({ args: [mine], body: mine, status: 403 })
    const audit = await admin('GET /v1/audit')
    expect(column(audit.body, 'code')).toEqual(['permission_denied', 'permission_denied'])
  })
})
