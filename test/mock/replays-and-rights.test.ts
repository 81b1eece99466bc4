import { describe, expect, test } from 'vitest'
import { at, send, text } from './ask.ts'
import { platform, key, robot, on, isReplay, auditOf } from './replays.ts'

const bearer = (token: string) => ({ authorization: `Bearer ${token}`, ...key })

describe('a replay is only for a caller who may still call', () => {
  test('not for a removed user, who gets no key of a service account', async () => {
    const { mock, by } = on()
    const call = () => by('platform')('POST /v1/users', robot, key)
    expect(text((await call()).body, 'apiKey')).toMatch(/^rck_/)
    await by('admin')(`DELETE /v1/users/${platform}`)
    const { status, body } = await call()
    expect([status, body.code]).toEqual([403, 'not_a_member'])
    expect(JSON.stringify(body)).not.toContain('rck_')
    const [first, second] = await auditOf(mock, 'users.create')
    expect(first).toMatchObject({ allowed: true, status: 201 })
    expect(second).toMatchObject({ allowed: false, status: 403, code: 'not_a_member' })
  })

  test('not for a paused user, who is refused as for any other call', async () => {
    const { by } = on({ policy: 'superannotate' })
    const subject = { type: 'user', id: 'newcomer@acme.test' }
    const entry = { subject, roles: { project: 'project_contributor' } }
    const call = () => by('reviewer')('POST /v1/projects/receipts/members', entry, key)
    expect((await call()).status).toBe(201)
    await by('admin')('PATCH /v1/users/reviewer@acme.test', { paused: true })
    const other = await by('reviewer')('GET /v1/projects/receipts')
    const { status, body } = await call()
    expect([status, body.code, body.detail]).toEqual([403, 'member_paused', other.body.detail])
    await by('admin')('PATCH /v1/users/reviewer@acme.test', { paused: false })
    expect(isReplay(await call())).toBe('true')
  })

  test('not for a user who has lost the right, who learns the remedy', async () => {
    const { by } = on()
    const role = { key: 'auditor', permissions: ['use_case:read'] }
    const call = () => by('platform')('POST /v1/roles', role, key)
    await call()
    await by('admin')(`PATCH /v1/users/${platform}`, { teams: { admin: 'annotator' } })
    const { status, body } = await call()
    expect([status, at(body, 'decision', 'rule')]).toEqual([403, 'AD-04'])
    await by('admin')(`PATCH /v1/users/${platform}`, { teams: { admin: 'platform_admin' } })
    expect(isReplay(await call())).toBe('true')
  })

  test('not for a token that another user has revoked', async () => {
    const { mock, by } = on()
    const { body } = await by('admin')('POST /v1/users', { ...robot, teams: { admin: 'admin' } })
    const headers = bearer(text(body, 'apiKey'))
    const call = () => send(mock, 'POST /v1/teams', { body: { key: 'quality' }, headers })
    expect([(await call()).status, isReplay(await call())]).toEqual([201, 'true'])
    await by('admin')('DELETE /v1/users/robot@acme.test')
    expect((await call()).status).toBe(401)
  })

  test('not about a resource hidden since, whether or not it still exists', async () => {
    const { by, artifact, entry } = on({ policy: 'bigml' })
    const path = `/v1/artifacts/${await artifact('customers-2025')}`
    const again = () => by('scientist')(`PATCH ${path}`, { data: { rows: 7 } }, key)
    expect((await again()).status).toBe(200)
    await by('admin')(`DELETE /v1/projects/churn/members/${await entry('churn', 'scientist')}`)
    const hidden = await again()
    await by('admin')('DELETE /v1/projects/churn')
    const gone = await again()
    expect([hidden.status, gone.status]).toEqual([404, 404])
    expect({ ...gone.body, instance: '' }).toEqual({ ...hidden.body, instance: '' })
  })

  test('not about a created resource that has become hidden', async () => {
    const { by } = on({ policy: 'ica' })
    const create = () => by('lead')('POST /v1/projects', { key: 'exomes' }, key)
    const { status, body } = await create()
    expect([status, isReplay(await create())]).toEqual([201, 'true'])
    await by('lead')('POST /v1/projects/exomes/transfer-ownership', { to: 'owner@acme.test' })
    const again = await create()
    expect([again.status, again.body.code]).toEqual([404, 'not_found'])
    expect(JSON.stringify(again.body)).not.toContain(text(body, 'id'))
    await by('owner')('DELETE /v1/projects/exomes')
    expect({ ...(await create()).body, instance: '' }).toEqual({ ...again.body, instance: '' })
  })

  test('a deleted resource that was never hidden is answered as before', async () => {
    const { by } = on()
    const rename = () => by('admin')('PATCH /v1/teams/legacy', { name: 'Old' }, key)
    const create = () => by('admin')('POST /v1/teams', { key: 'quality' }, key)
    const first = [await rename(), await create()]
    await by('platform')('DELETE /v1/teams/quality')
    const second = [await rename(), await create()]
    expect(second.map(isReplay)).toEqual(['true', 'true'])
    expect(second.map(({ body }) => body)).toEqual(first.map(({ body }) => body))
  })

  test('a project hidden since is left out of it', async () => {
    const { by, as: client } = on()
    const bridge = client('bridge')
    const { id } = await bridge.artifacts.create({ kind: 'model', name: 'm', project: 'triage' })
    await bridge.artifacts.run(id, 'attach', { project: 'summaries' })
    await bridge.artifacts.run(id, 'attach', { project: 'churn' })
    const path = `/v1/artifacts/${id}`
    const teams = { support: 'admin', research: 'admin' }
    await by('admin')('PATCH /v1/users/agent@acme.test', { teams })
    const again = () => by('agent')(`PATCH ${path}`, { name: 'Churn' }, key)
    const { body } = await again()
    expect(body).toMatchObject({ project: 'triage', attachedTo: ['summaries', 'churn'] })
    expect((await again()).body).toEqual(body)
    await by('admin')('PATCH /v1/users/agent@acme.test', { teams: { research: null } })
    expect((await again()).body).toEqual({ ...body, attachedTo: ['churn'] })
  })
})

describe('a call that itself ended the right is replayed', () => {
  test('leaving the organization', async () => {
    const { mock, by } = on({ policy: 'peltarion' })
    const leave = () => by('scientist')('DELETE /v1/users/scientist@acme.test', undefined, key)
    expect([(await leave()).status, (await leave()).status]).toEqual([204, 204])
    const other = await by('scientist')('DELETE /v1/users/scientist@acme.test')
    expect(other.body.code).toBe('not_a_member')
    expect(await auditOf(mock, 'users.remove')).toMatchObject([
      { allowed: true },
      { allowed: true, replayed: true },
      { allowed: false },
    ])
  })

  test('deleting the organization, and nothing else in it', async () => {
    const { by } = on({ policy: 'bigml' })
    const rename = () =>
      by('admin')('PATCH /v1/projects/library', { name: 'Books' }, { 'idempotency-key': 'rename' })
    await rename()
    const end = () => by('admin')('DELETE /v1/organization', undefined, key)
    expect([(await end()).status, (await end()).status]).toEqual([204, 204])
    expect((await rename()).status).toBe(404)
  })

  test('transferring the organization or a project', async () => {
    const mine = on({ policy: 'bigml' })
    const hand = () =>
      mine.by('admin')('POST /v1/organization/transfer-ownership', { to: 'lead@acme.test' }, key)
    expect([(await hand()).status, isReplay(await hand())]).toEqual([200, 'true'])
    const tenant = on({ policy: 'ica' })
    await tenant.by('stranger')('POST /v1/projects', { key: 'exomes' })
    const give = () =>
      tenant.by('stranger')(
        'POST /v1/projects/exomes/transfer-ownership',
        { to: 'owner@acme.test' },
        key,
      )
    expect([(await give()).status, isReplay(await give())]).toEqual([200, 'true'])
  })

  test('giving up a role; but not after that user was removed', async () => {
    const { by } = on()
    const demote = () =>
      by('platform')(`PATCH /v1/users/${platform}`, { teams: { admin: 'annotator' } }, key)
    expect([(await demote()).status, isReplay(await demote())]).toEqual([200, 'true'])
    await by('admin')(`DELETE /v1/users/${platform}`)
    expect((await demote()).body.code).toBe('not_a_member')
  })

  test('rejecting an invitation, and accepting one', async () => {
    for (const answer of ['reject', 'accept']) {
      const { by } = on({ policy: 'bigml' })
      const { body } = await by('admin')('GET /v1/invitations?email=invited@acme.test')
      const path = `POST /v1/invitations/${text(body, 'data', 0, 'id')}/${answer}`
      const call = () => by('invited')(path, undefined, key)
      expect([(await call()).status, isReplay(await call())]).toEqual([200, 'true'])
    }
  })

  test('a service account that removes itself, by its own key', async () => {
    const { mock, by } = on()
    const { body } = await by('admin')('POST /v1/users', { ...robot, teams: { admin: 'admin' } })
    const headers = bearer(text(body, 'apiKey'))
    const leave = (line = 'DELETE /v1/users/robot@acme.test') => send(mock, line, { headers })
    const [first, second] = [await leave(), await leave()]
    expect([first.status, second.status, isReplay(second)]).toEqual([204, 204, 'true'])
    expect((await leave('DELETE /v1/users/lead@acme.test')).status).toBe(401)
    const other = { ...headers, 'idempotency-key': 'another' }
    const fresh = await send(mock, 'DELETE /v1/users/robot@acme.test', { headers: other })
    expect(fresh.status).toBe(401)
    expect(await auditOf(mock, 'users.remove')).toMatchObject([
      { email: robot.email, status: 204 },
      { email: robot.email, status: 204, replayed: true },
    ])
  })

  test('a token that revokes itself, or is replaced', async () => {
    const { mock, by } = on({ policy: 'superannotate' })
    const made = await by('admin')('POST /v1/tokens', { name: 'First' })
    const headers = bearer(text(made.body, 'value'))
    const replace = (name: string) => send(mock, 'POST /v1/tokens', { body: { name }, headers })
    const first = await replace('Second')
    const second = await replace('Second')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(text(first.body, 'value')).toMatch(/^rct_/)
    const { value: _, ...shown } = first.body
    expect(second.body).toEqual(shown)
    expect((await replace('Third')).body.code).toBe('idempotency_key_reused')
  })
})
