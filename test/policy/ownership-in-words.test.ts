import { expect, test } from 'vitest'
import { bigml } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'

test.each(['analyst', 'manager', 'guest'])(
  'a call reserved to the owner tells %s that a change of owner would help and was not considered',
  async (name) => {
    const { as } = acmeOf(bigml)
    const ask = async () => await as(name).can('organization.updatePlan', { seats: 50 })
    expect(await ask()).toMatchObject({
      allowed: false,
      alternatives: [],
      final: expect.stringMatching(/would allow it\. A change of owner is not considered\.$/),
    })
    await as('admin').organization.transferOwnership({ to: email(name) })
    expect(await ask()).toMatchObject({ allowed: true })
  },
)
