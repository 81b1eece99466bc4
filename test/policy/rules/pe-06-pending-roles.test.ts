import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

describe("PE-06 reading: a pending member's role is not edited", () => {
  test.each(['administrator', 'creator'])('to %s', async (role) => {
    const { as, mock } = acmeOf(peltarion)
    const before = mock.state
    expect(await refusal(as('admin').users.update(email('invited'), { role }))).toMatchObject({
      status: 409,
      code: 'invalid_state',
      message: expect.stringContaining('Withdraw it and invite again'),
    })
    expect(mock.state).toBe(before)
  })

  test('but by withdrawing and inviting again', async () => {
    const { as, invitation } = acmeOf(peltarion)
    const { invitations } = as('admin')
    await invitations.withdraw(await invitation('invited'))
    const { id } = await invitations.create({ email: email('invited'), role: 'administrator' })
    await as('invited').invitations.accept(id)
    expect(await as('invited').users.me()).toMatchObject({ role: 'administrator' })
  })

  test('an update without a role is allowed', async () => {
    const { users } = acmeOf(peltarion).as('admin')
    expect(await users.update(email('invited'), {})).toMatchObject({ status: 'pending' })
  })

  test('a caller who may edit nobody learns that first', async () => {
    const { users } = acmeOf(peltarion).as('lead')
    const call = users.update(email('invited'), { role: 'creator' })
    expect(await denial(call)).toMatchObject({ rule: 'PE-02' })
  })
})

test("PE-06 an active member's role is edited", async () => {
  const { users } = acmeOf(peltarion).as('admin')
  expect(await users.update(email('lead'), { role: 'administrator' })).toMatchObject({
    role: 'administrator',
  })
})
