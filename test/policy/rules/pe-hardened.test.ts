import { expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'

test('AD-17 hardened: administrators, who hold everything, hand out either role', async () => {
  const { as } = acmeOf(peltarion, { hardened: true })
  const { invitations } = as('admin')
  for (const role of ['administrator', 'creator'] as const) {
    const invited = await invitations.create({ email: email(`new-${role}`), role })
    expect(invited).toMatchObject({ role })
  }
})
