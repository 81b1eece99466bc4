import { describe, expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { type Acme, email } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

const last = { status: 409, code: 'last_administrator' }

/** Leaves that person as the only holder of admin:manage_users in team admin. */
const leaveOnly = async ({ as }: Acme, name: string): Promise<void> => {
  for (const other of ['admin', 'platform', 'deputy'].filter((one) => one !== name)) {
    await as(name).users.update(email(other), { teams: { admin: 'annotator' } })
  }
}

describe('AD-13 reading: the last holder of admin:manage_users in team admin stays', () => {
  test.each([
    ['another role', { admin: 'annotator' }],
    ['the default role', { admin: true as const }],
    ['no membership', { admin: null }],
  ])('users.update to %s', async (_, teams) => {
    const platform = acme()
    await leaveOnly(platform, 'admin')
    const before = platform.mock.state
    const { users } = platform.as('admin')
    expect(await refusal(users.update(email('admin'), { teams }))).toMatchObject(last)
    expect(platform.mock.state).toBe(before)
  })

  test('users.remove', async () => {
    const platform = acme()
    await leaveOnly(platform, 'admin')
    expect(await refusal(platform.as('admin').users.remove(email('admin')))).toMatchObject(last)
  })

  test("roles.update that removes the permission from the only holder's custom role", async () => {
    const platform = acme()
    await leaveOnly(platform, 'deputy')
    const { roles } = platform.as('deputy')
    const permissions = ['admin:manage_roles', 'admin:manage_teams']
    expect(await refusal(roles.update('deputy', { permissions }))).toMatchObject(last)
    expect(
      await roles.update('deputy', { permissions: [...permissions, 'admin:manage_users'] }),
    ).toMatchObject({ permissions: [...permissions, 'admin:manage_users'] })
  })

  test('holding it in another team does not count', async () => {
    const platform = acme()
    await leaveOnly(platform, 'admin')
    const teams = { admin: null, research: 'admin' }
    const { users } = platform.as('admin')
    expect(await refusal(users.update(email('admin'), { teams }))).toMatchObject(last)
  })
})

test('AD-13 reading: people count, service accounts do not', async () => {
  const platform = acme()
  await leaveOnly(platform, 'admin')
  const { users } = platform.as('admin')
  const robot = { email: email('robot'), type: 'service' as const, teams: { admin: 'admin' } }
  await users.create(robot)
  for (const teams of [{ admin: null }, { admin: 'annotator' }]) {
    expect(await refusal(users.update(email('admin'), { teams }))).toMatchObject(last)
  }
  await users.update(email('lead'), { teams: { admin: 'admin' } })
  await users.remove(email('robot'))
  await users.update(email('admin'), { teams: { admin: null } })
})

test('AD-13 as long as another holder stays, anyone may go, oneself too', async () => {
  const platform = acme()
  const { users, roles } = platform.as('admin')
  await roles.update('deputy', { permissions: [] })
  await users.remove(email('platform'))
  await users.update(email('lead'), { teams: { admin: 'platform_admin' } })
  await users.update(email('admin'), { teams: { admin: null } })
  expect(await platform.as('lead').users.get(email('admin'))).toMatchObject({ teams: {} })
})

test('AD-13 the last holder may change to another role with the permission', async () => {
  const platform = acme()
  await leaveOnly(platform, 'admin')
  const teams = { admin: 'platform_admin' }
  expect(await platform.as('admin').users.update(email('admin'), { teams })).toMatchObject({
    teams,
  })
})
