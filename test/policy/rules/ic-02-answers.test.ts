import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'

describe('IC-02 an e-mail entry is an invitation', () => {
  test('pending until its person accepts; then it counts', async () => {
    const { as, entry } = acmeOf(ica)
    const { artifacts, projects } = as('invited')
    const id = await entry('genomes', 'invited')
    expect(await refusal(projects.get('genomes'))).toMatchObject({ status: 404 })
    expect(await projects.members.get('genomes', id)).toMatchObject({ status: 'pending' })
    expect(await projects.members.accept('genomes', id)).toMatchObject({ status: 'accepted' })
    await projects.get('genomes')
    expect((await artifacts.list({ project: 'genomes', kind: 'data' })).data).not.toEqual([])
  })

  test('until they reject it; then it never counts', async () => {
    const { as, entry } = acmeOf(ica)
    const { projects } = as('invited')
    const id = await entry('genomes', 'invited')
    expect(await projects.members.reject('genomes', id)).toMatchObject({ status: 'rejected' })
    expect(await refusal(projects.get('genomes'))).toMatchObject({ status: 404 })
  })

  test.each(['lead', 'owner', 'admin', 'analyst'])('%s does not answer it', async (name) => {
    const { as, entry, mock } = acmeOf(ica)
    const { members } = as(name).projects
    const id = await entry('genomes', 'invited')
    const before = mock.state
    for (const call of [members.accept('genomes', id), members.reject('genomes', id)].map(denial)) {
      const decision = await call
      expect(decision).toMatchObject({ rule: 'IC-02', alternatives: [] })
      expect(decision.final).toBeTruthy()
    }
    expect(mock.state).toBe(before)
  })

  test("a user who does not see the project does not see another's entry either", async () => {
    const { as, entry } = acmeOf(ica)
    const id = await entry('genomes', 'invited')
    for (const name of ['stranger', 'rejected']) {
      const { members } = as(name).projects
      expect(await refusal(members.get('genomes', id))).toMatchObject({ status: 404 })
      expect(await refusal(members.accept('genomes', id))).toMatchObject({ status: 404 })
    }
  })
})

describe('IC-02 an answer is final', () => {
  test.each(['accepted', 'rejected'])('%s is final, 409', async (name) => {
    const { as, entry } = acmeOf(ica)
    const { members } = as(name).projects
    const id = await entry('genomes', name)
    for (const call of [members.accept('genomes', id), members.reject('genomes', id)].map(
      refusal,
    )) {
      const error = await call
      expect(error).toMatchObject({ status: 409, code: 'already_answered' })
      expect(error.message).toContain('add it again')
    }
  })

  test('until the entry is removed and added again', async () => {
    const { as, entry } = acmeOf(ica)
    const { members } = as('lead').projects
    await members.remove('genomes', await entry('genomes', 'rejected'))
    const subject = { type: 'email' as const, id: email('rejected') }
    const { id } = await members.add('genomes', { subject, roles: { project: 'viewer' } })
    await as('rejected').projects.members.accept('genomes', id)
    await as('rejected').projects.get('genomes')
  })
})

test('IC-02 reading: user and workgroup entries count at once, and need no answer', async () => {
  const { as, entry } = acmeOf(ica)
  const id = await entry('genomes', 'analyst')
  expect(await refusal(as('analyst').projects.members.reject('genomes', id))).toMatchObject({
    status: 409,
    code: 'already_answered',
  })
  const { data } = await as('lead').projects.members.list('genomes', { status: 'accepted' })
  expect(new Set(data.map(({ subject }) => subject.type))).toEqual(
    new Set(['user', 'team', 'email']),
  )
})

describe('IC-02 a user from outside the tenant', () => {
  const outsider = 'partner@clinic.test'

  const idOfEntry = async ({ as }: ReturnType<typeof acmeOf>): Promise<string> => {
    const { data } = await as('lead').projects.members.list('genomes', { status: 'pending' })
    return data.find(({ subject }) => subject.id === outsider)?.id ?? ''
  }

  test('sees and answers their own entry, and nothing else', async () => {
    const platform = acmeOf(ica)
    const id = await idOfEntry(platform)
    const partner = platform.mock.client({ as: outsider })
    expect(await partner.users.me()).toMatchObject({ status: 'pending' })
    expect(await partner.projects.members.get('genomes', id)).toMatchObject({ status: 'pending' })
    for (const call of [partner.projects.list(), partner.projects.members.list('genomes')].map(
      denial,
    )) {
      expect(await call).toMatchObject({ code: 'not_a_member' })
    }
    const own = await platform.entry('genomes', 'invited')
    expect(await denial(partner.projects.members.accept('genomes', own))).toMatchObject({
      code: 'not_a_member',
    })
  })

  test('reading: becomes a member of the tenant by accepting', async () => {
    const platform = acmeOf(ica)
    const id = await idOfEntry(platform)
    const partner = platform.mock.client({ as: outsider })
    const { id: person } = await partner.users.me()
    await partner.projects.members.accept('genomes', id)
    expect(await partner.users.me()).toMatchObject({ id: person, status: 'active', role: 'member' })
    expect((await partner.projects.list()).data.map(({ key }) => key)).toEqual(['genomes'])
  })

  test('reading: gets accepting as a remedy, and it works', async () => {
    const platform = acmeOf(ica)
    const id = await idOfEntry(platform)
    const partner = platform.mock.client({ as: outsider })
    const list = () => partner.artifacts.list({ project: 'genomes', kind: 'data' })
    const decision = await denial(list())
    expect(decision).toMatchObject({
      code: 'not_a_member',
      alternatives: [
        {
          missing: [{ requirement: { kind: 'status', status: 'accepted' } }],
          calls: [{ operation: 'projects.members.accept', args: ['genomes', id], by: [outsider] }],
        },
      ],
    })
    expect(decision).not.toHaveProperty('final')
    await partner.projects.members.accept('genomes', id)
    expect((await list()).data).not.toEqual([])
  })

  test('reading: gets it before other remedies, and not at all where it would not help', async () => {
    const platform = acmeOf(ica)
    const partner = platform.mock.client({ as: outsider })
    const { alternatives } = await denial(partner.users.list())
    expect(alternatives.map(({ calls }) => calls.map(({ operation }) => operation))).toEqual([
      ['projects.members.accept', 'users.update'],
    ])
    const decision = await denial(partner.projects.get('trials'))
    expect(decision).toMatchObject({
      alternatives: [],
      final: expect.stringContaining('depends on what is hidden'),
    })
  })

  test('with two entries needs either, and both where the call needs both', async () => {
    const platform = acmeOf(ica)
    const partner = platform.mock.client({ as: outsider })
    const subject = { type: 'email' as const, id: outsider }
    const entry = { subject, roles: { project: 'contributor' }, rights: ['download' as const] }
    await platform.as('lead').projects.members.add('trials', entry)
    const accepted = async (call: PromiseLike<unknown>) =>
      (await denial(call)).alternatives.map(({ calls }) => calls.map(({ args }) => args[0]))
    expect(await accepted(partner.projects.list())).toEqual([['genomes'], ['trials']])
    expect(await accepted(partner.projects.get('trials'))).toEqual([['trials']])
  })

  test('is named as the one who can do it, to others who ask', async () => {
    const platform = acmeOf(ica)
    await platform.as('lead').projects.members.add('genomes', {
      subject: { type: 'email', id: email('newcomer') },
    })
    const { context } = await platform.as('admin').access.evaluate({
      subject: { type: 'user', id: email('newcomer') },
      action: { name: 'projects.list' },
      resource: { type: 'organization', id: 'current' },
      context: { rolecall: { explain: true, args: [{}] } },
    })
    expect(context?.alternatives).toMatchObject([
      { calls: [{ operation: 'projects.members.accept', by: [email('newcomer')] }] },
    ])
  })

  test('may ask about the answer itself, and gets yes', async () => {
    const platform = acmeOf(ica)
    const partner = platform.mock.client({ as: outsider })
    const own = { type: 'member', id: await idOfEntry(platform) }
    expect(await outcomeOf(partner, 'projects.members.accept', own)).toBe('yes')
    const { results } = await partner.access.searchActions({
      subject: { type: 'user', id: 'me' },
      resource: own,
    })
    expect(results.map(({ name }) => name)).toContain('projects.members.accept')
  })

  test('and not by rejecting', async () => {
    const platform = acmeOf(ica)
    const id = await idOfEntry(platform)
    const partner = platform.mock.client({ as: outsider })
    await partner.projects.members.reject('genomes', id)
    expect(await partner.users.me()).toMatchObject({ status: 'pending' })
    expect(await denial(partner.projects.list())).toMatchObject({ code: 'not_a_member' })
  })

  test('gets an e-mail that contains the entry', async () => {
    const { as, mock } = acmeOf(ica)
    const subject = { type: 'email' as const, id: 'new@clinic.test' }
    const { id } = await as('owner').projects.members.add('genomes', { subject })
    expect(mock.outbox.at(-1)).toMatchObject({ to: 'new@clinic.test', invitation: id })
  })

  test('stays a tenant administrator if they were one', async () => {
    const { as } = acmeOf(ica)
    const subject = { type: 'email' as const, id: email('tenant') }
    const { id } = await as('owner').projects.members.add('genomes', { subject })
    await as('tenant').projects.members.accept('genomes', id)
    expect(await as('tenant').users.me()).toMatchObject({ role: 'tenant_administrator' })
  })
})
