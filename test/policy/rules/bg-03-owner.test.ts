import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acme } from '../../../mocks/policies/bigml/acme.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { afterOwnersBecame } from '../../support/owners-invariant.ts'
import { denial, refusal } from '../../support/refusal.ts'

const kept = { status: 409, code: 'owner_required' }
const transfer = { status: 422, code: 'transfer_required' }

describe.each(['admin', 'manager'])('BG-03 asked by %s', (name) => {
  test('the owner cannot be removed', async () => {
    const { as, mock } = acmeOf(bigml)
    const before = mock.state
    const error = await refusal(as(name).users.remove(email('admin')))
    expect(error).toMatchObject(kept)
    expect(error.message).toContain('The owner is not removed.')
    expect(await as(name).can('users.remove', email('admin'))).toMatchObject({
      allowed: false,
      rule: 'BG-03',
      ...kept,
    })
    expect(mock.state).toBe(before)
  })

  test.each(['admin', 'member', 'restricted'])('the owner cannot be made %s', async (role) => {
    const error = await refusal(acmeOf(bigml).as(name).users.update(email('admin'), { role }))
    expect(error).toMatchObject(kept)
    expect(error.message).toContain('The owner’s role is not edited.')
  })

  test('an update makes nobody owner: it points to the transfer', async () => {
    const error = await refusal(
      acmeOf(bigml).as(name).users.update(email('lead'), { role: 'owner' }),
    )
    expect(error).toMatchObject(transfer)
    expect(error.problem?.errors).toEqual([
      { pointer: '/role', message: expect.stringContaining('organization.transferOwnership') },
    ])
  })

  test('an invitation makes nobody owner', async () => {
    const call = acmeOf(bigml)
      .as(name)
      .invitations.create({ email: email('new'), role: 'owner' })
    expect(await refusal(call)).toMatchObject(transfer)
  })
})

test('BG-03 a caller who may not edit roles is denied first', async () => {
  const { users } = acmeOf(bigml).as('lead')
  expect(await denial(users.remove(email('admin')))).toMatchObject({ rule: 'BG-01' })
  expect(await denial(users.update(email('lead'), { role: 'owner' }))).toMatchObject({
    rule: 'BG-01',
  })
})

test('BG-03 a level on a project is no role in the organization', async () => {
  const { users } = acmeOf(bigml).as('admin')
  const error = await refusal(users.update(email('lead'), { role: 'write' }))
  expect(error).toMatchObject({ status: 422, code: 'unknown_reference' })
})

test('BG-03 an update of the owner without a role is allowed', async () => {
  const { users } = acmeOf(bigml).as('manager')
  expect(await users.update(email('admin'), {})).toMatchObject({ role: 'owner' })
})

test.each([
  ['no owner', []],
  ['two owners', [email('admin'), email('manager')]],
])('BG-03 any call that would leave %s is refused', (_, owners) => {
  const { mock } = acmeOf(bigml)
  expect(afterOwnersBecame(mock.policy, acme, owners)).toMatchObject({ rule: 'BG-03', ...kept })
  expect(afterOwnersBecame(mock.policy, acme, [email('manager')])).toBeUndefined()
})
