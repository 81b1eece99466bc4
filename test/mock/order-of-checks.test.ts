import { beforeEach, describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as, at, column, send, text } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

const admin = 'admin@acme.test'
const lead = 'lead@acme.test'

describe('the order of checks', () => {
  test('an unknown path is 404 and another method 405 with Allow, signed in or not', async () => {
    expect((await send(mock, 'GET /v1/nothing')).body).toMatchObject({ code: 'not_found' })
    expect((await send(mock, 'GET /v1/roles/')).status).toBe(404)
    expect((await send(mock, 'GET /v1/roles/%E0%A4%A')).status).toBe(404)
    const { status, headers, body } = await send(mock, 'PUT /v1/roles')
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    expect(body).toMatchObject({ code: 'method_not_allowed' })
  })

  test('authentication comes first', async () => {
    const nobody = await send(mock, 'POST /v1/roles', { body: '{broken' })
    expect([nobody.status, nobody.body.code]).toEqual([401, 'unauthenticated'])
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer')
    const wrong = { authorization: 'Bearer rct_wrong' }
    const unknown = await send(mock, 'GET /v1/me', { headers: wrong })
    expect([unknown.status, unknown.body.code]).toEqual([401, 'invalid_token'])
    expect(JSON.stringify(unknown.body)).not.toContain('rct_wrong')
  })

  test('a caller without an active membership learns so, but may see who they are', async () => {
    const ask = as(mock, 'invited@acme.test')
    const denied = await ask('POST /v1/roles', '{broken')
    expect([denied.status, denied.body.code]).toEqual([403, 'not_a_member'])
    expect((await ask('GET /v1/me')).body).toMatchObject({ status: 'pending' })
  })

  test('an operation that the platform lacks is 403 before the body is read', async () => {
    const { status, body } = await as(mock, admin)(
      'POST /v1/projects/nothing/transfer-ownership',
      '{broken',
    )
    expect([status, body.code]).toEqual([403, 'operation_not_offered'])
    expect(text(body, 'decision', 'final')).not.toBe('')
  })

  test('a malformed body is 400, another media type 415, a missing body 400', async () => {
    const ask = as(mock, lead)
    expect((await ask('POST /v1/roles', '{broken')).body.code).toBe('malformed_json')
    expect((await ask('POST /v1/roles')).body.code).toBe('malformed_json')
    const plain = await ask('POST /v1/roles', 'x', { 'content-type': 'text/plain' })
    expect([plain.status, plain.body.code]).toEqual([415, 'unsupported_media_type'])
    const patch = { 'content-type': 'application/merge-patch+json' }
    expect((await ask('POST /v1/roles', {}, patch)).status).toBe(415)
    expect((await as(mock, admin)('PATCH /v1/users/lead@acme.test', {}, patch)).status).toBe(200)
  })

  test('a body nested too deeply is 400, and brackets inside a string do not count', async () => {
    const ask = as(mock, 'scientist@acme.test')
    const dataset = (data: string) =>
      ask('POST /v1/artifacts', `{"kind":"dataset","project":"churn","name":"x","data":${data}}`)
    const nested = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const { status, body } = await dataset(nested(20_000))
    expect([status, body.code]).toEqual([400, 'malformed_json'])
    expect(text(body, 'detail')).toContain('100 levels')
    expect((await dataset(nested(90))).status).toBe(201)
    expect((await dataset(`{"a":"${'['.repeat(500)}\\""}`)).status).toBe(201)
  })

  test('HEAD is answered like GET, without a body', async () => {
    const ask = as(mock, admin)
    const got = await ask('GET /v1/roles/admin')
    const { status, headers, body } = await ask('HEAD /v1/roles/admin')
    expect([status, headers.get('etag'), body]).toEqual([200, got.headers.get('etag'), {}])
    expect((await ask('HEAD /v1/roles/nothing')).status).toBe(404)
  })

  test('the schema is checked before the resource is found and the rules are asked', async () => {
    const { status, body } = await as(mock, lead)('PATCH /v1/roles/nothing', { nme: 1 })
    expect([status, body.code]).toEqual([422, 'validation_failed'])
    expect(column({ data: body.errors }, 'pointer')).toEqual(['/nme'])
    expect(text(body, 'errors', 0, 'message')).toContain('Did you mean name?')
  })

  test('an unknown resource is 404 before the rules are asked, and so is a hidden one', async () => {
    const ask = as(mock, lead)
    expect((await ask('DELETE /v1/roles/nothing')).status).toBe(404)
    const unknown = await ask('GET /v1/projects/archive-2')
    const hidden = await ask('GET /v1/projects/archive')
    const same = (body: object) =>
      JSON.stringify({ ...body, instance: '' }).replace('archive-2', 'archive')
    expect([hidden.status, same(hidden.body)]).toEqual([404, same(unknown.body)])
    expect(mock.requests.slice(-2).map(({ note }) => note)).toEqual(['missing', 'hidden'])
  })

  test('an entry is found only on its own project', async () => {
    const ask = as(mock, lead)
    const id = text((await ask('GET /v1/projects/churn/members')).body, 'data', 0, 'id')
    expect((await ask(`GET /v1/projects/churn/members/${id}`)).status).toBe(200)
    expect((await ask(`GET /v1/projects/triage/members/${id}`)).status).toBe(404)
    expect((await ask(`GET /v1/projects/archive/members/${id}`)).status).toBe(404)
  })

  test('the rules come before references in the body, and those before the etag', async () => {
    const body = { name: 'New', teams: { suport: 'annotatr' } }
    const stale = { 'if-match': '"stale"' }
    const denied = await as(mock, lead)('PATCH /v1/users/lead@acme.test', body, stale)
    expect(denied.status).toBe(403)
    const unknown = await as(mock, admin)('PATCH /v1/users/lead@acme.test', body, stale)
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_reference'])
    expect(column({ data: unknown.body.errors }, 'pointer')).toEqual([
      '/teams/suport',
      '/teams/suport',
    ])
    expect(text(unknown.body, 'errors', 0, 'message')).toContain('support')
    expect(text(unknown.body, 'errors', 1, 'message')).toContain('annotator')
  })

  test('the etag comes before conflicts with the current state', async () => {
    const ask = as(mock, admin)
    expect((await ask('DELETE /v1/roles/admin', undefined, { 'if-match': '"stale"' })).status).toBe(
      412,
    )
    expect((await ask('DELETE /v1/roles/admin')).body).toMatchObject({
      status: 409,
      code: 'built_in',
    })
  })

  test('a refused call changes nothing but the log', async () => {
    const before = mock.state
    const ask = as(mock, lead)
    await ask('POST /v1/roles', { key: 'mine', permissions: [] })
    await as(mock, admin)('DELETE /v1/teams/research')
    await as(mock, admin)('POST /v1/roles', { key: 'admin', permissions: [] })
    await ask('PATCH /v1/users/analyst@acme.test', {
      teams: { research: 'annotator', support: true },
    })
    expect(mock.state === before).toBe(true)
    expect(mock.requests.map(({ status }) => status)).toEqual([403, 409, 409, 403])
  })

  test('the last administrator stays', async () => {
    const ask = as(mock, admin)
    for (const other of ['platform', 'deputy']) {
      expect((await ask(`DELETE /v1/users/${other}@acme.test`)).status).toBe(204)
    }
    const before = mock.state
    const leaving = await ask('PATCH /v1/users/admin@acme.test', { teams: { admin: 'annotator' } })
    expect(leaving.body).toMatchObject({ status: 409, code: 'last_administrator' })
    expect((await ask('DELETE /v1/users/admin@acme.test')).status).toBe(409)
    expect(mock.state === before).toBe(true)
  })
})

describe('every answer has', () => {
  test('a request id: a valid one that was sent, or else a new one', async () => {
    const ask = as(mock, admin)
    const id = async (sent: Record<string, string>) =>
      (await ask('GET /v1/me', undefined, sent)).headers.get('x-request-id')
    expect(await id({ 'x-request-id': 'mine-1' })).toBe('mine-1')
    const odd = 'spaces, "quotes", \ttabs and \xfcml\xe4uts'
    for (const sent of [odd, 'x'.repeat(1024)]) {
      expect(await id({ 'x-request-id': sent })).toBe(sent)
    }
    for (const sent of ['', 'x'.repeat(1025)]) {
      expect(await id({ 'x-request-id': sent })).toMatch(/^req_\w{20}$/)
    }
    expect(await id({})).not.toBe(await id({}))
    const { body, headers } = await ask('GET /v1/nothing')
    expect(body.instance).toBe(headers.get('x-request-id'))
  })

  test('for a denial, its decision in the problem and in the log', async () => {
    const { body, headers } = await as(mock, lead)('POST /v1/roles', {
      key: 'mine',
      permissions: [],
    })
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({
      type: 'urn:rolecall:problem:permission_denied',
      status: 403,
      decision: { allowed: false, outcome: 'no', action: 'roles.create', rule: 'AD-04' },
    })
    expect(body.detail).toBe(at(body, 'decision', 'text'))
    expect(mock.requests.at(-1)).toMatchObject({
      actor: lead,
      operation: 'roles.create',
      method: 'POST',
      path: '/v1/roles',
      status: 403,
      code: 'permission_denied',
      decision: body.decision,
    })
  })

  test('for an invalid body, every fault with its pointer', async () => {
    const { body } = await as(mock, admin)('POST /v1/roles', {
      key: 'Not A Key',
      name: 7,
      permissions: ['use_case:read', 3],
      colour: 'red',
    })
    const pointers = Array.isArray(body.errors)
      ? body.errors.map((error) => at(error, 'pointer'))
      : []
    expect(new Set(pointers)).toEqual(new Set(['/colour', '/key', '/name', '/permissions/1']))
  })

  test('different codes for read-only and for unknown keys', async () => {
    const ask = as(mock, admin)
    const { body } = await ask('GET /v1/users/lead@acme.test')
    const same = await ask('PATCH /v1/users/lead@acme.test', { id: body.id, etag: body.etag })
    expect(same.body.etag).toBe(body.etag)
    const other = await ask('PATCH /v1/users/lead@acme.test', { id: 'usr_1', etag: 'x' })
    expect([other.status, other.body.code]).toEqual([422, 'read_only'])
    expect(column({ data: other.body.errors }, 'pointer')).toEqual(['/id', '/etag'])
    const fixed = await ask('PATCH /v1/users/lead@acme.test', { email: 'new@acme.test' })
    expect([fixed.status, fixed.body.code]).toEqual([422, 'read_only'])
  })
})
