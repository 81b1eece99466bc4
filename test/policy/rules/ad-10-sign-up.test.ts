import { describe, expect, test } from 'vitest'
import { createMock } from '../../../mocks/index.ts'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'

const signUp = (mock: ReturnType<typeof acme>['mock'], name: string) =>
  mock.client({ as: email(name), signUp: true }).users.me()

describe('AD-10 signing in with an unknown e-mail', () => {
  test('joins the default team with the default role', async () => {
    const { status, teams } = await signUp(acme().mock, 'stranger')
    expect({ status, teams }).toEqual({ status: 'active', teams: { default: 'read-only' } })
  })

  test('reading: a seed admin joins team admin as admin, and the default team too', async () => {
    const { mock, as } = acme()
    expect(await signUp(mock, 'founder')).toMatchObject({
      teams: { admin: 'admin', default: 'read-only' },
    })
    await as('founder').teams.create({ key: 'sales' })
  })

  test('follows the deployment’s settings', async () => {
    const auth = {
      defaultTeam: 'support',
      defaultRole: 'annotator',
      admins: ['Boss@acme.test'],
    }
    const { mock } = acme({ auth })
    expect(await signUp(mock, 'stranger')).toMatchObject({ teams: { support: 'annotator' } })
    expect(await signUp(mock, 'boss')).toMatchObject({
      teams: { admin: 'admin', support: 'annotator' },
    })
    expect(await signUp(mock, 'founder')).toMatchObject({ teams: { support: 'annotator' } })
  })

  test('without signUp no user is created', () => {
    const { mock } = acme()
    const before = mock.state
    expect(() => mock.token(email('leed'))).toThrow('Did you mean lead@acme.test')
    expect(mock.state).toBe(before)
  })
})

describe('AD-10 users.create without teams', () => {
  test('joins the default team with the default role', async () => {
    const { users } = acme().as('admin')
    const { teams } = await users.create({ email: email('stranger') })
    expect(teams).toEqual({ default: 'read-only' })
  })

  test('makes a listed seed admin an admin', async () => {
    const { users } = acme().as('admin')
    expect(await users.create({ email: 'Founder@acme.test' })).toMatchObject({
      email: email('founder'),
      teams: { admin: 'admin', default: 'read-only' },
    })
  })

  test('with teams it is those teams alone', async () => {
    const { users } = acme().as('admin')
    const legacy = { legacy: 'annotator' }
    expect((await users.create({ email: email('founder'), teams: legacy })).teams).toEqual(legacy)
    expect((await users.create({ email: email('loner'), teams: {} })).teams).toEqual({})
  })
})

describe('AD-10 settings', () => {
  test('team admin as the default team is an error', () => {
    expect(() => createMock({ auth: { defaultTeam: 'admin' } })).toThrow(/auth\.defaultTeam/)
  })

  test.each([
    [{ defaultTeam: 'suport' }, /auth\.defaultTeam.*support/s],
    [{ defaultRole: 'anotator' }, /auth\.defaultRole.*annotator/s],
    [{ admins: ['boss'] }, /auth\.admins\[0\]/],
  ])('%j is an error that names the setting', (auth, message) => {
    expect(() => createMock({ auth })).toThrow(message)
  })

  test('an empty list of admins is legal, with a warning', () => {
    expect(createMock({ auth: { admins: [] } }).warnings).toEqual([
      expect.stringContaining('auth.admins is empty'),
    ])
    expect(createMock().warnings).toEqual([])
  })
})
