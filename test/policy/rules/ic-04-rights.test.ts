import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

const upload = { kind: 'data', project: 'genomes', name: 'New' }

describe('IC-04 uploading', () => {
  test.each(['courier', 'provider', 'engineer', 'admin'])(
    '%s has the right, whatever the role',
    async (name) => {
      await acmeOf(ica).as(name).artifacts.create(upload)
    },
  )

  test.each(['lead', 'owner', 'analyst', 'statistician', 'tenant'])(
    '%s does not, administrator or not',
    async (name) => {
      const call = acmeOf(ica).as(name).artifacts.create(upload)
      expect(await denial(call)).toMatchObject({ rule: 'IC-04' })
    },
  )

  test('the right is the remedy, and no role is', async () => {
    const { as, entry } = acmeOf(ica)
    const { alternatives } = await denial(as('lead').artifacts.create(upload))
    const own = await entry('genomes', 'lead')
    expect(alternatives).toMatchObject([
      {
        missing: [{ requirement: { kind: 'right', right: 'upload' } }],
        calls: [
          {
            operation: 'projects.members.update',
            args: ['genomes', own, { rights: ['upload'] }],
            by: [email('admin'), email('owner'), email('lead')],
          },
        ],
      },
    ])
    await as('lead').projects.members.update('genomes', own, { rights: ['upload'] })
    await as('lead').artifacts.create(upload)
  })
})

describe('IC-04 downloading', () => {
  test.each(['courier', 'statistician', 'admin'])('%s has the right', async (name) => {
    const { as, artifact } = acmeOf(ica)
    await as(name).artifacts.run(await artifact('sample-1.bam'), 'download', {})
  })

  test.each(['lead', 'owner', 'engineer', 'provider', 'analyst'])(
    '%s does not: uploading is another right',
    async (name) => {
      const { as, artifact } = acmeOf(ica)
      const call = as(name).artifacts.run(await artifact('sample-1.bam'), 'download', {})
      expect(await denial(call)).toMatchObject({ rule: 'IC-04' })
    },
  )
})

describe('IC-04 reading: moving and linking carry no right along', () => {
  test('linked data needs the right to download where it belongs', async () => {
    const { as, artifact } = acmeOf(ica)
    const reference = await artifact('reference.fa')
    const { members } = as('lead').projects
    await members.add('trials', {
      subject: { type: 'user', id: email('stranger') },
      roles: { project: 'administrator' },
      rights: ['download'],
    })
    await as('stranger').artifacts.get(reference)
    expect(await denial(as('stranger').artifacts.run(reference, 'download', {}))).toMatchObject({
      rule: 'IC-04',
    })
  })

  test('moving needs deleting and downloading here, and uploading there', async () => {
    const { as, artifact, entry } = acmeOf(ica)
    const id = await artifact('sample-1.bam')
    const move = () => as('lead').artifacts.move(id, { project: 'trials' })
    expect(await denial(move())).toMatchObject({ rule: 'IC-04' })
    const { members } = as('lead').projects
    await members.update('genomes', await entry('genomes', 'lead'), { rights: ['download'] })
    expect(await denial(move())).toMatchObject({ rule: 'IC-04' })
    await members.add('trials', {
      subject: { type: 'user', id: email('lead') },
      rights: ['upload'],
    })
    expect(await move()).toMatchObject({ project: 'trials' })
  })

  test('nobody moves data without all three', async () => {
    const { as, artifact } = acmeOf(ica)
    const id = await artifact('sample-1.bam')
    // The courier may not delete it here, nor the lead download it.
    for (const name of ['courier', 'lead']) {
      const subject = { type: 'user' as const, id: email(name) }
      await as('lead').projects.members.add('trials', { subject, rights: ['upload'] })
      const call = as(name).artifacts.move(id, { project: 'trials' })
      expect(await denial(call)).toMatchObject({ rule: 'IC-04' })
    }
  })

  test('nothing but data moves', async () => {
    const { as, artifact } = acmeOf(ica)
    const call = as('admin').artifacts.move(await artifact('variants'), { project: 'archive' })
    expect(await denial(call)).toMatchObject({ code: 'operation_not_offered' })
  })
})
