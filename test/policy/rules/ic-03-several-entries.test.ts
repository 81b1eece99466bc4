import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { type Acme, acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

const create = ({ as }: Acme, name: string, kind: string) =>
  as(name).artifacts.create({ kind, project: 'genomes', name: 'New' })

describe('IC-03 of several entries that match one person', () => {
  test('per category the highest level wins', async () => {
    const platform = acmeOf(ica)
    // The lab is viewer in base and contributor in flow, statistics contributor in base.
    await create(platform, 'statistician', 'table')
    await create(platform, 'statistician', 'analysis')
    expect(await denial(create(platform, 'scientist', 'table'))).toMatchObject({ rule: 'IC-08' })
    await create(platform, 'scientist', 'analysis')
  })

  test('download is there if any has it', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('sample-1.bam')
    await as('statistician').artifacts.run(id, 'download', {})
    expect(await denial(as('scientist').artifacts.run(id, 'download', {}))).toMatchObject({
      rule: 'IC-04',
    })
  })

  test.each([
    ['their own', { type: 'user' as const, id: email('statistician') }],
    ['their address’s', { type: 'email' as const, id: email('statistician') }],
  ])('a poorer one, %s, takes nothing away', async (_, subject) => {
    const platform = acmeOf(ica)
    const none = { project: 'none', flow: 'none', base: 'none', bench: 'none' }
    const { id } = await platform.as('lead').projects.members.add('genomes', {
      subject,
      roles: none,
    })
    if (subject.type === 'email') {
      await platform.as('statistician').projects.members.accept('genomes', id)
    }
    await create(platform, 'statistician', 'table')
    await create(platform, 'statistician', 'analysis')
  })

  test('the rights for one call may come from several', async () => {
    const { as, artifact } = acmeOf(ica)
    const { members } = as('lead').projects
    const subject = { type: 'user' as const, id: email('statistician') }
    // Their own entry lets them delete, and the one of statistics lets them download.
    await members.add('genomes', { subject, roles: { project: 'administrator' } })
    await members.add('trials', { subject, rights: ['upload'] })
    const id = await artifact('sample-1.bam')
    expect(await as('statistician').artifacts.move(id, { project: 'trials' })).toMatchObject({
      project: 'trials',
    })
  })

  test('the levels of different entries never add up to a higher one', async () => {
    const platform = acmeOf(ica)
    for (const kind of ['sample', 'workspace', 'notification_channel']) {
      expect(await denial(create(platform, 'statistician', kind))).toMatchObject({ rule: 'IC-08' })
    }
  })

  test('a user who leaves the workgroup leaves its entry', async () => {
    const platform = acmeOf(ica)
    await platform.as('admin').users.update(email('statistician'), { teams: { statistics: null } })
    expect(await denial(create(platform, 'statistician', 'table'))).toMatchObject({ rule: 'IC-08' })
    await create(platform, 'statistician', 'analysis')
  })
})
