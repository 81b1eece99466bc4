import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

// The conformance tests ask every row and column of the tables; these are the rules around them.

describe('IC-08 the categories are independent', () => {
  test.each([
    ['administrator of the project alone', { project: 'administrator' }],
    ['administrator of the bench alone', { bench: 'administrator' }],
  ])('%s creates no analysis', async (_, roles) => {
    const { as, entry } = acmeOf(ica)
    const { members } = as('owner').projects
    await members.remove('genomes', await entry('genomes', 'analyst'))
    const subject = { type: 'user' as const, id: email('analyst') }
    await members.add('genomes', { subject, roles })
    const analysis = { kind: 'analysis', project: 'genomes', name: 'New' }
    expect(await denial(as('analyst').artifacts.create(analysis))).toMatchObject({ rule: 'IC-08' })
  })

  test("a role of one category has the same key as another's", async () => {
    const { data } = await acmeOf(ica).as('guest').roles.list({ limit: 200 })
    const viewers = data.filter(({ key }) => key === 'viewer')
    expect(viewers.map(({ category }) => category)).toEqual(['project', 'flow', 'base'])
  })

  test('the remedy is the least role of the category', async () => {
    const { as, entry } = acmeOf(ica)
    const query = { kind: 'query', project: 'genomes', name: 'New' }
    const { alternatives } = await denial(as('guest').artifacts.create(query))
    const own = await entry('genomes', 'guest')
    expect(alternatives.flatMap(({ calls }) => calls)).toContainEqual({
      operation: 'projects.members.update',
      args: ['genomes', own, { roles: { base: 'viewer' } }],
      by: [email('admin'), email('owner'), email('lead')],
      selfService: false,
    })
  })

  test('or a workgroup whose entry has it', async () => {
    const { as } = acmeOf(ica)
    const table = { kind: 'table', project: 'genomes', name: 'New' }
    const { alternatives } = await denial(as('guest').artifacts.create(table))
    const texts = alternatives.flatMap(({ missing }) => missing.map(({ text }) => text))
    expect(texts).toContain('Membership of workgroup Statistics is needed.')
    expect(alternatives.flatMap(({ calls }) => calls.map(({ args }) => args))).toContainEqual([
      email('guest'),
      { teams: { statistics: 'workgroup_member' } },
    ])
    await as('admin').users.update(email('guest'), { teams: { statistics: 'workgroup_member' } })
    await as('guest').artifacts.create(table)
  })
})

describe('IC-08 reading: data is linked', () => {
  test('by a contributor of the destination who sees it in its place', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('sample-1.bam')
    await as('engineer').artifacts.run(id, 'link', { project: 'trials' })
    await as('statistician').artifacts.get(id)
    expect(
      await refusal(as('engineer').artifacts.run(id, 'link', { project: 'trials' })),
    ).toMatchObject({ status: 409 })
    await as('engineer').artifacts.run(id, 'unlink', { project: 'trials' })
  })

  test('not by a viewer there', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('sample-1.bam')
    const call = as('statistician').artifacts.run(id, 'link', { project: 'trials' })
    expect(await denial(call)).toMatchObject({ rule: 'IC-08' })
  })

  test('nor unlinked by one', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('reference.fa')
    const call = as('statistician').artifacts.run(id, 'unlink', { project: 'trials' })
    expect(await denial(call)).toMatchObject({ rule: 'IC-08' })
  })

  test.each(['link', 'unlink'])('nor may a user %s data that they do not see', async (run) => {
    const { as, artifact } = acmeOf(ica)
    const subject = { type: 'user' as const, id: email('provider') }
    const roles = { project: 'contributor' }
    await as('lead').projects.members.add('trials', { subject, roles })
    const id = await artifact('sample-1.bam')
    const call = as('provider').artifacts.run(id, run, { project: 'trials' })
    expect(await denial(call)).toMatchObject({ rule: 'IC-08' })
  })

  test('not to a project that the user does not see', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('sample-1.bam')
    const call = as('engineer').artifacts.run(id, 'link', { project: 'archive' })
    expect(await refusal(call)).toMatchObject({ status: 422, code: 'unknown_reference' })
  })

  test('not by a user who does not see it', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('old-run.bam')
    const call = as('engineer').artifacts.run(id, 'link', { project: 'trials' })
    expect(await refusal(call)).toMatchObject({ status: 404 })
  })
})

test('IC-08 View Activity shows the activity in the project', async () => {
  const { as } = acmeOf(ica)
  await as('owner').projects.update('genomes', { name: 'Renamed' })
  await as('lead').projects.update('trials', { name: 'Renamed' })
  const { data } = await as('engineer').audit.list({ project: 'genomes' })
  expect(data).toMatchObject([{ operation: 'projects.update', email: email('owner') }])
  expect(await denial(as('analyst').audit.list({ project: 'genomes' }))).toMatchObject({
    rule: 'IC-08',
  })
})

test.each(['lead', 'owner', 'admin'])(
  'IC-08 reading: %s may delete all data, and deletes the project',
  async (name) => {
    const { as } = acmeOf(ica)
    await as(name).projects.delete('genomes')
    expect(await refusal(as('analyst').projects.get('genomes'))).toMatchObject({ status: 404 })
  },
)

test('IC-08 a contributor does not delete the project', async () => {
  const call = acmeOf(ica).as('engineer').projects.delete('genomes')
  expect(await denial(call)).toMatchObject({ rule: 'IC-08' })
})

test.each(['sample', 'tool', 'docker_image', 'notebook', 'notification_subscription', 'connector'])(
  'IC-08 the creator of a %s sees it',
  async (kind) => {
    const { artifacts } = acmeOf(ica).as('admin')
    const { id } = await artifacts.create({ kind, project: 'genomes', name: 'New' })
    expect(await artifacts.get(id)).toMatchObject({ kind })
  },
)
