import { describe, expect, test } from 'vitest'
import { acme } from '../../../mocks/policies/ica/acme.ts'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'

describe('IC-11 reading: any active user', () => {
  test.each(['stranger', 'guest', 'tenant'])('%s creates a project, and owns it', async (name) => {
    const { as } = acmeOf(ica)
    const { id } = await as(name).users.me()
    const project = await as(name).projects.create({ key: 'next', tags: ['new'] })
    expect(project).toMatchObject({ creator: id, owner: id })
    await as(name).projects.members.add('next', {
      subject: { type: 'team', id: 'lab' },
      roles: { flow: 'viewer' },
    })
    await as(name).projects.delete('next')
  })

  test('and a user without an active membership does not', async () => {
    const call = acmeOf(ica).as('newcomer').projects.create({ key: 'next' })
    expect(await denial(call)).toMatchObject({ code: 'not_a_member' })
  })

  test('reading: a user who signs up is one', async () => {
    const { mock } = acmeOf(ica)
    const client = mock.client({ as: 'new@acme.test', signUp: true })
    expect(await client.users.me()).toMatchObject({ role: 'member', teams: {} })
    await client.projects.create({ key: 'next' })
  })

  test.each([{ team: 'lab' }, { private: true }])('%j is not offered', async (more) => {
    const call = acmeOf(ica)
      .as('stranger')
      .projects.create({ key: 'next', ...more })
    expect(await denial(call)).toMatchObject({ code: 'operation_not_offered' })
  })
})

describe('IC-11 reading: the project is visible', () => {
  test.each([
    ['guest', 'an entry without any role'],
    ['analyst', 'their own entry'],
    ['scientist', 'a workgroup’s entry'],
    ['accepted', 'an entry that was accepted'],
    ['owner', 'ownership'],
    ['tenant', 'tenant administration'],
  ])('to %s by %s', async (name) => {
    const { projects } = acmeOf(ica).as(name)
    expect(await projects.get('genomes')).toMatchObject({ key: 'genomes' })
    await projects.members.list('genomes')
  })

  test.each(['stranger', 'invited', 'rejected'])('and not to %s', async (name) => {
    const { as, artifact } = acmeOf(ica)
    const { artifacts, projects } = as(name)
    const id = await artifact('sample-1.bam')
    for (const call of [
      projects.get('genomes'),
      projects.update('genomes', { name: 'Mine' }),
      projects.members.list('genomes'),
      artifacts.list({ project: 'genomes' }),
      artifacts.create({ kind: 'sample', project: 'genomes', name: 'New' }),
      artifacts.get(id),
      artifacts.run(id, 'download', {}),
    ].map(refusal)) {
      expect(await call).toMatchObject({ status: 404, code: 'not_found' })
    }
    expect((await projects.list()).data).toEqual([])
    expect((await artifacts.list()).data).toEqual([])
  })

  test('and its contents follow the roles', async () => {
    const { as } = acmeOf(ica)
    const { data } = await as('provider').artifacts.list({ project: 'genomes' })
    expect(data.map(({ kind }) => kind)).toEqual(['connector'])
    expect((await as('guest').artifacts.list({ project: 'genomes' })).data).toEqual([])
  })
})

test('IC-11 reading: everyone sees the workgroups that a project may be shared with', async () => {
  const { data } = await acmeOf(ica).as('stranger').teams.list()
  expect(data.map(({ key }) => key)).toEqual(['lab', 'statistics'])
})

test('IC-11 a removed user has no entry left, nor has their address', async () => {
  const { as, entry, mock } = acmeOf(ica)
  await as('tenant').users.remove(email('accepted'))
  await as('tenant').users.remove(email('analyst'))
  const { data } = await as('lead').projects.members.list('genomes', { limit: 200 })
  expect(data.some(({ subject }) => subject.id === email('accepted'))).toBe(false)
  expect(await entry('genomes', 'lead')).toBeTruthy()
  expect(await denial(mock.client({ as: email('accepted') }).projects.list())).toMatchObject({
    code: 'not_a_member',
  })
})

test.each(['projects.get', 'projects.members.list'])(
  'IC-11 a user on no project has no %s',
  async (action) => {
    expect(await outcomeOf(acmeOf(ica).as('stranger'), action)).toBe('no')
  },
)

test('IC-11 a resource belongs to a project, whatever rights its creator has', async () => {
  const projects = acme.projects.filter(({ key }) => key === 'genomes')
  const members = acme.members.filter(({ project }) => project === 'genomes')
  const scenario = { ...acme, projects, members, artifacts: [] }
  const { artifacts } = acmeOf(ica, { scenario }).as('admin')
  expect(await refusal(artifacts.create({ kind: 'data', name: 'Loose' }))).toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/project' }] },
  })
})
