import { checkPolicy, createMock, diffPolicies } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { policy, scenario, start } from './start.ts'

test('nothing is wrong with the policy', () => {
  expect(checkPolicy(policy)).toEqual([])
})

test('a person who accepts an invitation becomes an outside collaborator, with the level of the entry', async () => {
  const mock = start()
  const invited = mock.client({ as: 'newcomer@partner.test' })
  await expect(invited.projects.list()).rejects.toMatchObject({ code: 'not_a_member' })

  const admin = mock.client({ as: 'engine@acme.test' })
  const { data } = await admin.projects.members.list('engine', { status: 'pending' })
  await invited.projects.members.accept('engine', data[0]?.id ?? '')

  expect(await invited.users.me()).toMatchObject({ role: 'outside_collaborator' })
  expect(await keysSeenBy(invited)).toEqual(['site', 'engine'])
  const { data: issues } = await invited.artifacts.list({ project: 'engine', kind: 'issue' })
  await invited.artifacts.run(issues[0]?.id ?? '', 'label')
})

test('the creator of a team maintains it', async () => {
  const member = start().client({ as: 'member@acme.test' })
  await member.teams.create({ key: 'docs' })

  expect(await member.users.me()).toMatchObject({ teams: { docs: 'maintainer' } })
  await member.users.update('web@acme.test', { teams: { docs: 'member' } })
})

test('nobody becomes a maintainer by another name of the role', async () => {
  const mock = start()
  const lead = mock.client({ as: 'lead@acme.test' })
  const roles = await mock.client({ as: 'admin@acme.test' }).roles.list()
  const maintainer = roles.data.find(({ key }) => key === 'maintainer')?.id ?? ''

  const decision = await lead.can('users.update', 'member@acme.test', {
    teams: { web: maintainer },
  })
  expect(decision).toMatchObject({ allowed: false, rule: 'GH-11' })
})

test('in hardened mode, an owner outside all teams chooses the maintainers of one', async () => {
  const mock = createMock({ policy, scenario, hardened: true })
  const owner = mock.client({ as: 'admin@acme.test' })

  const promoted = await owner.users.update('web@acme.test', { teams: { web: 'maintainer' } })
  expect(promoted.teams).toEqual({ web: 'maintainer' })
})

test('a repository that turns private is hidden from outside collaborators', async () => {
  const mock = start()
  await mock.client({ as: 'admin@acme.test' }).projects.update('site', { private: true })

  expect(await keysSeenBy(mock.client({ as: 'contractor@partner.test' }))).toEqual(['engine'])
  expect(await keysSeenBy(mock.client({ as: 'member@acme.test' }))).toContain('site')
})

test('a member who becomes an outside collaborator loses their grants', async () => {
  const mock = start()
  const owner = mock.client({ as: 'admin@acme.test' })
  const changed = await owner.users.update('security@acme.test', { role: 'outside_collaborator' })

  expect(changed.grants).toEqual({})
  expect(await keysSeenBy(mock.client({ as: 'security@acme.test' }))).toEqual(['site'])
})

test('without the base permission, members lose the repositories without an entry for them', () => {
  const base = ['repo:read', 'issue:open', 'pull_request:open']
  const strict = {
    ...policy,
    roles: policy.roles.map((role) =>
      role.scope === 'organization' && role.key === 'member' && role.permissions !== '*'
        ? { ...role, permissions: role.permissions.filter((one) => !base.includes(one)) }
        : role,
    ),
  }

  const { changes } = diffPolicies(policy, strict, scenario)
  const losers = changes
    .filter(({ action, resource }) => action === 'projects.get' && resource?.id === 'vault')
    .map(({ user, change }) => `${user} ${change}`)
  expect(losers).toContain('member@acme.test loses')
  expect(losers.some((line) => line.includes('partner.test'))).toBe(false)
})

async function keysSeenBy(client: ReturnType<ReturnType<typeof start>['client']>) {
  const { data } = await client.projects.list()
  return data.map(({ key }) => key)
}
