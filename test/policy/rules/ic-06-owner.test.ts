import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const make = (kind: string) => ({ kind, project: 'genomes', name: 'New' })

describe('IC-06 the owner has administrator-level project rights', () => {
  test('without an entry', async () => {
    const { artifacts, projects } = acmeOf(ica).as('owner')
    await artifacts.create(make('notification_channel'))
    await projects.update('genomes', { name: 'Renamed' })
  })

  test.each(['analysis', 'table', 'workspace'])('and none to create a %s', async (kind) => {
    const call = acmeOf(ica).as('owner').artifacts.create(make(kind))
    expect(await denial(call)).toMatchObject({ rule: 'IC-08' })
  })

  test('flow, base and bench come with an entry, which the owner adds', async () => {
    const { artifacts, projects } = acmeOf(ica).as('owner')
    await projects.members.add('genomes', {
      subject: { type: 'user', id: email('owner') },
      roles: { flow: 'contributor' },
    })
    await artifacts.create(make('analysis'))
  })
})

describe('IC-06 the owner cannot be removed', () => {
  const required = { status: 409, code: 'owner_required' }

  test('from the project team', async () => {
    const { as, entry, mock } = acmeOf(ica)
    const subject = { type: 'user' as const, id: email('owner') }
    await as('lead').projects.members.add('genomes', { subject, roles: { flow: 'viewer' } })
    const id = await entry('genomes', 'owner')
    const before = mock.state
    expect(await refusal(as('lead').projects.members.remove('genomes', id))).toMatchObject(required)
    expect(mock.state).toBe(before)
    await as('lead').projects.members.update('genomes', id, { roles: { flow: 'none' } })
    await as('lead').projects.transferOwnership('genomes', { to: email('lead') })
    await as('lead').projects.members.remove('genomes', id)
  })

  test('from the tenant', async () => {
    const { as } = acmeOf(ica)
    const remove = () => as('tenant').users.remove(email('owner'))
    expect(await refusal(remove())).toMatchObject(required)
    await as('tenant').projects.transferOwnership('genomes', { to: email('lead') })
    await remove()
  })

  test('anybody else can', async () => {
    const { as, entry } = acmeOf(ica)
    await as('owner').projects.members.remove('genomes', await entry('genomes', 'former'))
    await as('tenant').users.remove(email('former'))
  })
})

test('IC-06 the creator stays recorded, and gains nothing by that', async () => {
  const { as, entry } = acmeOf(ica)
  const { id } = await as('former').users.me()
  expect(await as('owner').projects.get('genomes')).toMatchObject({ creator: id })
  expect(await denial(as('former').projects.update('genomes', { name: 'Mine' }))).toMatchObject({
    rule: 'IC-10',
  })
  await as('owner').projects.members.remove('genomes', await entry('genomes', 'former'))
  expect(await refusal(as('former').projects.get('genomes'))).toMatchObject({ status: 404 })
})

test('IC-06 a former owner keeps only entries', async () => {
  const { as } = acmeOf(ica)
  await as('lead').projects.transferOwnership('trials', { to: email('engineer') })
  expect(await refusal(as('lead').projects.get('trials'))).toMatchObject({ status: 404 })
  await as('owner').projects.transferOwnership('genomes', { to: email('lead') })
  await as('lead').projects.transferOwnership('genomes', { to: email('owner') })
  await as('lead').projects.update('genomes', { name: 'An administrator’s still' })
})
