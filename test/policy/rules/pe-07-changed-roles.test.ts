import { expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

test('PE-07 a new administrator can invite and remove at once', async () => {
  const { as } = acmeOf(peltarion)
  const { users, invitations } = as('lead')
  const invitation = { email: email('new'), role: 'creator' }
  expect(await denial(invitations.create(invitation))).toMatchObject({ rule: 'PE-02' })
  await as('admin').users.update(email('lead'), { role: 'administrator' })
  await invitations.create(invitation)
  await users.remove(email('engineer'))
})

test('PE-07 a former administrator can do neither', async () => {
  const { as } = acmeOf(peltarion)
  const { users, invitations } = as('operations')
  await as('admin').users.update(email('operations'), { role: 'creator' })
  const invitation = { email: email('new'), role: 'creator' }
  expect(await denial(invitations.create(invitation))).toMatchObject({ rule: 'PE-02' })
  expect(await denial(users.remove(email('engineer')))).toMatchObject({ rule: 'PE-02' })
})
