import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

describe('PE-11 reading: the organization’s settings', () => {
  test("are the administrators' to change", async () => {
    const { organization } = acmeOf(peltarion).as('operations')
    expect(await organization.update({ name: 'Acme Ltd', description: null })).toMatchObject({
      name: 'Acme Ltd',
      plan: { seats: 10 },
    })
  })

  test.each(['lead', 'viewer'])("are not %s's, who sees them", async (name) => {
    const { organization } = acmeOf(peltarion).as(name)
    expect(await organization.get()).toMatchObject({ name: 'Acme' })
    for (const change of [{ name: 'Mine' }, { description: 'Mine' }, {}]) {
      expect(await denial(organization.update(change))).toMatchObject({ rule: 'PE-11' })
    }
  })

  test('the plan comes with the contract: no call changes it', async () => {
    const { organization } = acmeOf(peltarion).as('admin')
    expect(await denial(organization.updatePlan({ seats: 20 }))).toMatchObject({
      code: 'operation_not_offered',
    })
  })
})
