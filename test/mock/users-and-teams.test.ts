import { beforeEach, describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as, column } from './ask.ts'

let mock: Mock
let admin: ReturnType<typeof as>
beforeEach(() => {
  mock = createMock()
  admin = as(mock, 'admin@acme.test')
})

describe('users.update', () => {
  const reviewer = 'PATCH /v1/users/reviewer@acme.test'

  test('adds, changes and removes memberships in one call, and keeps the rest', async () => {
    const { status, body } = await admin(reviewer, {
      name: 'Rae',
      teams: { support: 'read-only', legacy: null, research: 'annotator' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'Rae',
      teams: { support: 'read-only', research: 'annotator' },
    })
    expect(body.teams).not.toHaveProperty('legacy')
    const members = await admin('GET /v1/users?team=legacy')
    expect(column(members.body, 'email')).toEqual(['archivist@acme.test'])
  })

  test('is all or nothing', async () => {
    const before = mock.state
    const manager = as(mock, 'manager@acme.test')
    const both = { teams: { support: 'read-only', legacy: null } }
    expect((await manager(reviewer, both)).status).toBe(403)
    expect(mock.state === before).toBe(true)
    expect((await manager(reviewer, { teams: { support: 'read-only' } })).status).toBe(200)
  })

  test("true is the team's default role, else the deployment's", async () => {
    const { body } = await admin('PATCH /v1/users/newcomer@acme.test', {
      teams: { support: true, research: true },
    })
    expect(body.teams).toEqual({ support: 'inference', research: 'read-only' })
  })

  test('{} changes nothing, null for memberships is refused, null for a missing membership does nothing', async () => {
    const before = (await admin('GET /v1/users/reviewer@acme.test')).body
    expect((await admin(reviewer, { teams: {} })).body).toEqual(before)
    expect((await admin(reviewer, { teams: { research: null } })).body).toEqual(before)
    expect((await admin(reviewer, { teams: null })).status).toBe(422)
  })

  test('teams and roles are named by key or id, and stored by key', async () => {
    const team = (await admin('GET /v1/teams/research')).body
    const role = (await admin('GET /v1/roles/annotator')).body
    const { body } = await admin('PATCH /v1/users/newcomer@acme.test', {
      teams: { [String(team.id)]: role.id },
    })
    expect(body.teams).toEqual({ research: 'annotator' })
  })

  test('names each unknown team and role', async () => {
    const { status, body } = await admin(reviewer, { teams: { suport: true, legacy: 'boss' } })
    expect([status, body.code]).toEqual([422, 'unknown_reference'])
    expect(column({ data: body.errors }, 'pointer')).toEqual(['/teams/suport', '/teams/legacy'])
  })

  test('names that every object has as properties are unknown like any other', async () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      expect((await admin(`GET /v1/users/${name}`)).status).toBe(404)
      const body = `{"teams": {"${name}": true}}`
      expect((await admin(reviewer, body)).body.code).toBe('unknown_reference')
      const role = { key: 'mine', permissions: [name] }
      expect((await admin('POST /v1/roles', role)).body.code).toBe('unknown_reference')
    }
    const proto = await admin(reviewer, '{"teams": {"__proto__": "admin"}}')
    expect(proto.body.code).toBe('unknown_reference')
  })
})

describe('users', () => {
  test('an e-mail address is compared in lower case, and is unique', async () => {
    const first = await admin('POST /v1/users', { email: 'New@Acme.test', name: 'New' })
    expect(first.body).toMatchObject({ email: 'new@acme.test', name: 'New', type: 'human' })
    const second = await admin('POST /v1/users', { email: 'NEW@acme.test' })
    expect([second.status, second.body.code]).toEqual([409, 'key_taken'])
    expect((await admin('GET /v1/users/NEW@ACME.TEST')).body).toEqual(first.body)
  })

  test('everyone sees themselves; seeing others needs the right to list users', async () => {
    const analyst = as(mock, 'analyst@acme.test')
    expect((await analyst('GET /v1/users/analyst@acme.test')).status).toBe(200)
    expect((await analyst('GET /v1/users/lead@acme.test')).status).toBe(403)
  })
})

describe('roles', () => {
  test('an omitted name is the key, permissions are as sent', async () => {
    const { body } = await admin('POST /v1/roles', { key: 'mine', permissions: ['use_case:read'] })
    expect(body).toMatchObject({
      key: 'mine',
      name: 'mine',
      scope: 'team',
      permissions: ['use_case:read'],
      builtIn: false,
      assignable: true,
    })
    expect((await admin(`GET /v1/roles/${String(body.id)}`)).body).toEqual(body)
  })

  test('holders of a role have its new permissions at once', async () => {
    const manager = as(mock, 'manager@acme.test')
    expect((await manager('GET /v1/users')).status).toBe(200)
    await admin('PATCH /v1/roles/team-lead', { permissions: [], description: null })
    expect((await manager('GET /v1/users')).status).toBe(403)
    expect((await admin('GET /v1/roles/team-lead')).body).not.toHaveProperty('description')
  })

  test('a role in use is not deleted, another is', async () => {
    expect((await admin('DELETE /v1/roles/team-lead')).body.code).toBe('in_use')
    await admin('PATCH /v1/users/manager@acme.test', { teams: { support: null } })
    expect((await admin('DELETE /v1/roles/team-lead')).status).toBe(204)
    expect((await admin('GET /v1/roles/team-lead')).status).toBe(404)
  })

  test('are held in teams here', async () => {
    const role = { key: 'mine', permissions: [], scope: 'project' }
    const { status, body } = await admin('POST /v1/roles', role)
    expect([status, column({ data: body.errors }, 'pointer')]).toEqual([422, ['/scope']])
  })
})

describe('teams', () => {
  test('are created, changed and deleted', async () => {
    const made = await admin('POST /v1/teams', { key: 'qa', defaultRole: 'annotator' })
    expect(made.body).toMatchObject({ key: 'qa', name: 'qa', defaultRole: 'annotator' })
    const changed = await admin('PATCH /v1/teams/qa', { name: 'Quality', defaultRole: null })
    expect(changed.body).toMatchObject({ name: 'Quality' })
    expect(changed.body).not.toHaveProperty('defaultRole')
    expect((await admin('DELETE /v1/teams/qa')).status).toBe(204)
    expect((await admin('GET /v1/teams/qa')).status).toBe(404)
  })

  test('a key is unique, and never looks like an id', async () => {
    expect((await admin('POST /v1/teams', { key: 'support' })).body.code).toBe('key_taken')
    expect((await admin('POST /v1/teams', { key: 'team_1' })).status).toBe(422)
  })

  test('the reserved and the default team stay, and so does one in use', async () => {
    expect((await admin('DELETE /v1/teams/admin')).body.code).toBe('built_in')
    expect((await admin('DELETE /v1/teams/default')).body.code).toBe('built_in')
    expect((await admin('DELETE /v1/teams/legacy')).body.code).toBe('in_use')
  })
})
