import { describe, expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

const hardened = { rule: 'AD-17', status: 403 }

describe('AD-17 by default handing out rights beyond the own is allowed', () => {
  test('in a role', async () => {
    const { roles } = acme().as('role-keeper')
    await roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
  })

  test('in a membership', async () => {
    const { users } = acme().as('support-platform')
    await users.update(email('watcher'), { teams: { support: 'admin' } })
  })
})

describe('AD-17 hardened, nobody hands out rights that they do not hold in that scope', () => {
  test('in a role', async () => {
    const { as } = acme({ hardened: true })
    const reviewer = { key: 'reviewer', permissions: ['use_case:read'] }
    expect(await denial(as('role-keeper').roles.create(reviewer))).toMatchObject(hardened)
    await as('admin').roles.create(reviewer)
    const more = { permissions: ['use_case:read', 'use_case:update'] }
    expect(await denial(as('role-keeper').roles.update('reviewer', more))).toMatchObject(hardened)
    await as('role-keeper').roles.create({ key: 'listing', permissions: ['admin:manage_roles'] })
  })

  test('in a role, by rights from a team other than admin', async () => {
    const { as } = acme({ hardened: true })
    await as('admin').users.update(email('role-keeper'), { teams: { research: 'power_user' } })
    const call = as('role-keeper').roles.create({ key: 'mine', permissions: ['use_case:read'] })
    expect(await denial(call)).toMatchObject(hardened)
  })

  test('in a membership', async () => {
    const { as } = acme({ hardened: true })
    const { users } = as('support-platform')
    const set = (role: string | true) =>
      users.update(email('watcher'), { teams: { support: role } })
    expect(await denial(set('annotator'))).toMatchObject(hardened)
    expect(await denial(set(true))).toMatchObject(hardened)
    expect(await set('platform_admin')).toMatchObject({ teams: { support: 'platform_admin' } })
  })

  test('in a new user’s membership', async () => {
    const { as } = acme({ hardened: true })
    const robot = { email: email('robot'), teams: { support: 'annotator' } }
    expect(await denial(as('platform').users.create(robot))).toMatchObject(hardened)
    const { teams } = robot
    const call = as('platform').users.update(email('newcomer'), { teams })
    expect(await denial(call)).toMatchObject(hardened)
    await as('admin').users.create(robot)
  })

  test("by a further effect of the call: a seed admin's first membership, the default team", async () => {
    const { as } = acme({ hardened: true })
    for (const name of ['founder', 'stranger']) {
      const call = as('platform').users.create({ email: email(name) })
      expect(await denial(call)).toMatchObject(hardened)
    }
    await as('admin').users.create({ email: email('founder') })
    expect(await as('platform').users.create({ email: email('loner'), teams: {} })).toMatchObject({
      teams: {},
    })
  })

  test('by a default that others get', async () => {
    const { as } = acme({ hardened: true })
    const { teams } = as('platform')
    const powerful = { defaultRole: 'admin' }
    expect(await denial(teams.update('support', powerful))).toMatchObject(hardened)
    expect(await denial(teams.create({ key: 'sales', ...powerful }))).toMatchObject(hardened)
    await teams.update('support', { name: 'Support desk', defaultRole: 'platform_admin' })
    await teams.update('support', { defaultRole: null })
    await as('admin').teams.create({ key: 'sales', ...powerful })
  })

  test('in a share', async () => {
    const { as } = acme({ hardened: true })
    await as('admin').users.update(email('scientist'), { teams: { legacy: 'read-only' } })
    const share = (role: string, isOwner = false) =>
      as('scientist').projects.members.add('churn', {
        subject: { type: 'team', id: 'legacy' },
        roles: { project: role },
        isOwner,
      })
    expect(await denial(share('admin'))).toMatchObject(hardened)
    // Reading: an owner's share hands out every permission.
    expect(await denial(share('read-only', true))).toMatchObject(hardened)
    await share('power_user')
  })

  test.each([
    ['roles', { roles: { project: 'admin' } }],
    ['isOwner', { isOwner: true }],
  ])('in a share, by %s alone', async (_, change) => {
    const { as } = acme({ hardened: true })
    const teams = { legacy: 'read-only', support: 'read-only' }
    await as('admin').users.update(email('scientist'), { teams })
    const { members } = as('scientist').projects
    const subject = { type: 'team' as const, id: 'legacy' }
    expect(await denial(members.add('churn', { subject, ...change }))).toMatchObject(hardened)
    const { id } = await as('scientist').teams.get('support')
    const { data } = await members.list('churn')
    const share = data.find((entry) => entry.subject.id === id)
    expect(await denial(members.update('churn', share?.id ?? '', change))).toMatchObject(hardened)
  })

  test("reading: an owner's share by a user with every permission", async () => {
    const { as } = acme({ hardened: true })
    await as('admin').users.update(email('lead'), { teams: { legacy: 'read-only' } })
    const entry = { subject: { type: 'team' as const, id: 'legacy' }, roles: { project: 'admin' } }
    const owned = await as('lead').projects.members.add('churn', { ...entry, isOwner: true })
    expect(owned).toMatchObject({ isOwner: true })
  })

  test('reading: rights held in team admin cover every team', async () => {
    const { as } = acme({ hardened: true })
    await as('admin').users.update(email('watcher'), {
      teams: { support: 'admin', legacy: 'admin' },
    })
  })

  test('in team admin itself, which is named once', async () => {
    const { as } = acme({ hardened: true })
    const call = as('platform').users.update(email('watcher'), { teams: { admin: 'admin' } })
    expect((await denial(call)).text).toMatch(
      /^users.update needs every permission that it hands out in team Admin\. /,
    )
  })

  test('taking away is exempt', async () => {
    const { as } = acme({ hardened: true })
    const { users } = as('support-platform')
    expect(await users.update(email('reviewer'), { teams: { support: null } })).toMatchObject({
      teams: { legacy: 'read-only' },
    })
    await as('role-keeper').roles.update('deputy', { permissions: ['admin:manage_roles'] })
  })
})
