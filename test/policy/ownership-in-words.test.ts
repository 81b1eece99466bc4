import { expect, test } from 'vitest'
import { bigml } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'

test.each(['analyst', 'manager', 'guest'])(
  'a call reserved to the owner tells %s who may do it, and how that role is passed on',
  async (name) => {
    const { as } = acmeOf(bigml)
    const ask = async () => await as(name).can('organization.updatePlan', { seats: 50 })
    expect(await ask()).toMatchObject({
      allowed: false,
      alternatives: [],
      final: expect.stringMatching(
        /^Only the Owner may do it; organization\.transferOwnership passes that role on\./,
      ),
    })
    await as('admin').organization.transferOwnership({ to: email(name) })
    expect(await ask()).toMatchObject({ allowed: true })
  },
)
