import { expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

test.each(['analyst', 'stranger', 'tenant'])(
  'IC-07 %s, an active user of the tenant, becomes the owner',
  async (name) => {
    const { as } = acmeOf(ica)
    await as('owner').projects.transferOwnership('genomes', { to: email(name) })
    await as(name).projects.members.list('genomes')
    await as(name).projects.transferOwnership('genomes', { to: email('owner') })
  },
)

test.each([
  ['who is not active yet', email('newcomer'), 422, 'invalid_target'],
  ['who is nobody', 'nobody@acme.test', 422, 'unknown_reference'],
  ['who is invited from outside', 'partner@clinic.test', 422, 'unknown_reference'],
  ['who owns it already', email('owner'), 409, 'invalid_state'],
])('IC-07 somebody %s does not', async (_, to, status, code) => {
  const { as, mock } = acmeOf(ica)
  const before = mock.state
  const call = as('lead').projects.transferOwnership('genomes', { to })
  expect(await refusal(call)).toMatchObject({ status, code })
  expect(mock.state).toBe(before)
})

test('IC-07 an invalid target is refused before a stale If-Match, a conflict after it', async () => {
  const { projects } = acmeOf(ica).as('owner')
  const transfer = (to: string) =>
    projects.transferOwnership('genomes', { to }, { ifMatch: 'stale' })
  expect(await refusal(transfer(email('newcomer')))).toMatchObject({ status: 422 })
  expect(await refusal(transfer(email('owner')))).toMatchObject({ status: 412 })
})
