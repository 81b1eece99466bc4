import { describe, expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { type Acme, email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'

const shareWith = (team: string, role = 'read-only', isOwner = false) => ({
  subject: { type: 'team' as const, id: team },
  roles: { project: role },
  isOwner,
})

const entryOf = async ({ as }: Acme, project: string, team: string): Promise<string> => {
  const { id } = await as('admin').teams.get(team)
  const { data } = await as('bridge').projects.members.list(project)
  const entry = data.find(({ subject }) => subject.id === id)
  if (!entry) throw new Error(`${project} is not shared with ${team}.`)
  return entry.id
}

describe('AD-14 sharing', () => {
  test('needs use_case:share and membership of both teams', async () => {
    const { as } = acme()
    expect(
      await as('bridge').projects.members.add('summaries', shareWith('support')),
    ).toMatchObject({
      roles: { project: 'read-only' },
      isOwner: false,
      status: 'accepted',
    })
    expect(await as('watcher').projects.get('summaries')).toMatchObject({ key: 'summaries' })
  })

  test('is denied to a user outside the target team', async () => {
    const decision = await denial(
      acme().as('lead').projects.members.add('summaries', shareWith('support')),
    )
    expect(decision.rule).toBe('AD-14')
    expect(decision.alternatives).toMatchObject([
      { calls: [{ args: [email('lead'), { teams: { support: 'read-only' } }] }] },
    ])
  })

  test('is denied to a user without use_case:share', async () => {
    const { as } = acme()
    const call = as('agent').projects.members.add('summaries', shareWith('support'))
    expect(await denial(call)).toMatchObject({ rule: 'AD-14' })
  })
})

describe('AD-14 reading: changing or ending a share has the requirement of sharing', () => {
  test('for a member of both teams', async () => {
    const platform = acme()
    const { members } = platform.as('bridge').projects
    const entry = await entryOf(platform, 'churn', 'support')
    const change = { roles: { project: 'annotator' } }
    expect(await members.update('churn', entry, change)).toMatchObject(change)
    await members.remove('churn', entry)
  })

  test.each(['lead', 'support-lead', 'agent'])('and not for %s', async (name) => {
    const platform = acme()
    const { members } = platform.as(name).projects
    const entry = await entryOf(platform, 'churn', 'support')
    expect(await denial(members.update('churn', entry, {}))).toMatchObject({ rule: 'AD-14' })
    expect(await denial(members.remove('churn', entry))).toMatchObject({ rule: 'AD-14' })
  })
})

describe('AD-14 through a share', () => {
  const job = { kind: 'training_job', name: 'Run' }

  test("reading: a user has the permissions in both their own role and the share's role", async () => {
    const { as } = acme()
    await as('support-lead').projects.get('churn')
    await denial(as('support-lead').artifacts.create({ ...job, project: 'churn' }))
    await as('bridge').projects.members.add('summaries', shareWith('support', 'power_user'))
    await as('support-lead').artifacts.create({ ...job, project: 'summaries' })
    await denial(as('agent').artifacts.create({ ...job, project: 'summaries' }))
  })

  test('reading: with isOwner the own role alone counts', async () => {
    const { as } = acme()
    await as('scientist').artifacts.create({ ...job, project: 'triage' })
    await denial(as('analyst').artifacts.create({ ...job, project: 'triage' }))
  })

  test('reading: the cap changes with the share, at once', async () => {
    const platform = acme()
    const { as } = platform
    const entry = await entryOf(platform, 'churn', 'support')
    await as('bridge').projects.members.update('churn', entry, { roles: { project: 'power_user' } })
    await as('support-lead').artifacts.create({ ...job, project: 'churn' })
    await as('bridge').projects.members.remove('churn', entry)
    expect(await refusal(as('support-lead').projects.get('churn'))).toMatchObject({ status: 404 })
  })
})

describe('AD-14 resharing', () => {
  /** Gives both leads a second team to share with. */
  const withLegacy = async (): Promise<Acme> => {
    const platform = acme()
    for (const name of ['lead', 'support-lead']) {
      await platform.as('admin').users.update(email(name), { teams: { legacy: 'read-only' } })
    }
    return platform
  }

  test("is possible from an owner's share", async () => {
    const { as } = await withLegacy()
    await as('lead').projects.members.add('triage', shareWith('legacy'))
  })

  test('and not from another, whatever its role', async () => {
    const platform = await withLegacy()
    const { as } = platform
    const entry = await entryOf(platform, 'churn', 'support')
    await as('bridge').projects.members.update('churn', entry, { roles: { project: 'admin' } })
    const { members } = as('support-lead').projects
    for (const call of [
      members.add('churn', shareWith('legacy')),
      members.update('churn', entry, {}),
      members.remove('churn', entry),
    ].map(denial)) {
      expect(await call).toMatchObject({ rule: 'AD-14' })
    }
    const churn = { type: 'project', id: 'churn' }
    expect(await outcomeOf(as('support-lead'), 'use_case:share', churn)).toBe('no')
  })
})

describe('AD-14 reading: a share stays when the share of the team that made it ends', () => {
  test('until the owning team removes it', async () => {
    const platform = acme()
    const { as } = platform
    await as('admin').users.update(email('lead'), { teams: { legacy: 'admin' } })
    await as('lead').projects.members.add('triage', shareWith('legacy'))
    const { members } = as('bridge').projects
    await members.remove('triage', await entryOf(platform, 'triage', 'research'))
    expect(await as('archivist').projects.get('triage')).toMatchObject({ team: 'support' })
    const left = await entryOf(platform, 'triage', 'legacy')
    await as('admin').users.update(email('bridge'), { teams: { legacy: 'read-only' } })
    await members.remove('triage', left)
    expect(await refusal(as('archivist').projects.get('triage'))).toMatchObject({ status: 404 })
  })
})

describe('AD-14 conflicts', () => {
  test('a second share with the same team', async () => {
    const bridge = acme().as('bridge')
    const call = bridge.projects.members.add('churn', shareWith('support'))
    expect(await refusal(call)).toMatchObject({ status: 409, code: 'already_exists' })
    const decision = await bridge.can('projects.members.add', 'churn', shareWith('support'))
    expect(decision).toMatchObject({ allowed: false, rule: 'AD-14' })
  })

  test('a share with the owning team', async () => {
    const call = acme().as('bridge').projects.members.add('churn', shareWith('research'))
    expect(await refusal(call)).toMatchObject({ status: 409, code: 'owning_team' })
  })

  test("ending or changing the owning team's entry", async () => {
    const platform = acme()
    const { members } = platform.as('bridge').projects
    const own = await entryOf(platform, 'churn', 'research')
    const owning = { status: 409, code: 'owning_team' }
    expect(await refusal(members.remove('churn', own))).toMatchObject(owning)
    expect(await refusal(members.update('churn', own, { isOwner: false }))).toMatchObject(owning)
  })
})

test('AD-14 a use case is shared with teams, not with users or addresses', async () => {
  const { members } = acme().as('admin').projects
  const { members: bridges } = acme().as('bridge').projects
  for (const subject of [
    { type: 'user' as const, id: email('watcher') },
    { type: 'email' as const, id: 'somebody@example.test' },
  ]) {
    const entry = { subject, roles: { project: 'read-only' } }
    expect(await refusal(bridges.add('churn', entry))).toMatchObject({
      status: 422,
      code: 'validation_failed',
    })
    expect(await refusal(members.add('churn', entry))).toMatchObject({ status: 404 })
  }
})

test('AD-14 a share carries a role', async () => {
  const { members } = acme().as('bridge').projects
  const subject = { type: 'team' as const, id: 'support' }
  for (const entry of [{ subject }, { subject, roles: {} }]) {
    const error = await refusal(members.add('summaries', entry))
    expect(error).toMatchObject({ status: 422, code: 'validation_failed' })
  }
})

test("AD-14 an entry's role has no category but project", async () => {
  const { members } = acme().as('bridge').projects
  const entry = { subject: { type: 'team' as const, id: 'support' }, roles: { bench: 'admin' } }
  const error = await refusal(members.add('summaries', entry))
  expect(error).toMatchObject({ status: 422, code: 'validation_failed' })
  expect(error.message).toContain('roles.bench is no category of roles')
})

test("AD-14 nor does the removal of an entry's role", async () => {
  const { members } = acme().as('bridge').projects
  const { id } = await members.add('summaries', {
    subject: { type: 'team', id: 'support' },
    roles: { project: 'annotator' },
  })
  const error = await refusal(members.update('summaries', id, { roles: { bench: null } }))
  expect(error).toMatchObject({ status: 422, errors: [{ pointer: '/roles/bench' }] })
})

test('AD-14 the creator’s team owns a new use case, and its entry is an owner’s', async () => {
  const { as } = acme()
  await as('lead').projects.create({ key: 'next', team: 'research' })
  const { data } = await as('analyst').projects.members.list('next')
  expect(data).toMatchObject([{ subject: { type: 'team' }, isOwner: true }])
})

test('AD-14 a team owns a use case, even one created by a user with rights in all', async () => {
  const { as } = acme()
  const everywhere = ['admin', 'default', 'research', 'support', 'legacy']
  const teams = Object.fromEntries(everywhere.map((team) => [team, 'admin']))
  await as('admin').users.create({ email: email('everywhere'), teams })
  const error = await refusal(as('everywhere').projects.create({ key: 'next' }))
  expect(error).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/team' }] } })
})
