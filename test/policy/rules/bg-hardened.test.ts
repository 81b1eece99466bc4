import { expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

test('AD-17 hardened: a user hands out only roles or permissions that they hold in full', async () => {
  const { as } = acmeOf(bigml, { hardened: true })
  const { invitations, users } = as('manager')
  await invitations.create({ email: email('new'), role: 'admin' })
  await users.update(email('lead'), { role: 'admin' })
  const { members } = as('contractor').projects
  await members.add('churn', {
    subject: { type: 'user', id: email('guest') },
    roles: { project: 'admin' },
  })
})

test('AD-17 hardened: an admin does not hand out rights of the owner alone', async () => {
  const { invitations, users } = acmeOf(bigml, { hardened: true }).as('manager')
  for (const call of [
    invitations.create({ email: email('new'), role: 'owner' }),
    users.update(email('lead'), { role: 'owner' }),
  ].map(denial)) {
    expect(await call).toMatchObject({ rule: 'AD-17' })
  }
})
