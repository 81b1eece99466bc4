import { describe, expect, test } from 'vitest'
import { acme } from '../../../mocks/policies/peltarion/acme.ts'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const unavailable = { status: 422, code: 'role_not_available', errors: [{ pointer: '/role' }] }

describe('PE-08 viewer cannot be assigned', () => {
  test.each(['lead', 'viewer', 'invited'])('to %s', async (name) => {
    const admin = acmeOf(peltarion).as('admin')
    const change = { role: 'viewer' }
    expect(await refusal(admin.users.update(email(name), change))).toMatchObject(unavailable)
    expect(await admin.can('users.update', email(name), change)).toMatchObject({ rule: 'PE-08' })
  })

  test('in an invitation', async () => {
    const { as, mock } = acmeOf(peltarion)
    const call = as('admin').invitations.create({ email: email('new'), role: 'viewer' })
    expect(await refusal(call)).toMatchObject(unavailable)
    expect(mock.outbox).toEqual([])
  })

  test('and a caller who may assign nothing learns that first', async () => {
    const { users } = acmeOf(peltarion).as('lead')
    const call = users.update(email('engineer'), { role: 'viewer' })
    expect(await denial(call)).toMatchObject({ rule: 'PE-02' })
  })

  test('nor is it ever a remedy, though it would be the least one', async () => {
    const users = [...acme.users, { email: email('guest') }]
    const { projects, roles } = acmeOf(peltarion, { scenario: { ...acme, users } }).as('guest')
    const { alternatives } = await denial(projects.list())
    expect(alternatives).toMatchObject([
      { calls: [{ args: [email('guest'), { role: 'creator' }] }] },
    ])
    expect(await roles.get('viewer')).toMatchObject({ assignable: false, builtIn: true })
  })
})

test('PE-08 the others can, and no role is created', async () => {
  const { as } = acmeOf(peltarion)
  const { users, roles } = as('admin')
  await users.update(email('viewer'), { role: 'creator' })
  await users.update(email('viewer'), { role: 'administrator' })
  expect(await denial(roles.create({ key: 'mine', permissions: [] }))).toMatchObject({
    code: 'operation_not_offered',
  })
})
