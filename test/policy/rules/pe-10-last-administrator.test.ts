import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const last = { status: 409, code: 'last_administrator' }

/** One administrator is left, and an invited one who has not answered. */
const withOne = async () => {
  const acme = acmeOf(peltarion)
  await acme.as('admin').users.update(email('operations'), { role: 'creator' })
  return acme
}

describe('PE-10 reading: the last administrator', () => {
  test('cannot leave', async () => {
    const { as, mock } = await withOne()
    const before = mock.state
    expect(await refusal(as('admin').users.remove(email('admin')))).toMatchObject(last)
    expect(mock.state).toBe(before)
  })

  test('cannot be demoted', async () => {
    const { users } = (await withOne()).as('admin')
    const call = users.update(email('admin'), { role: 'creator' })
    expect(await refusal(call)).toMatchObject(last)
    await users.update(email('admin'), { role: 'administrator' })
  })

  test('is not the last once an invited one accepts', async () => {
    const { as, invitation } = await withOne()
    await as('invited-admin').invitations.accept(await invitation('invited-admin'))
    await as('admin').users.remove(email('admin'))
    await as('invited-admin').users.update(email('lead'), { role: 'administrator' })
  })
})

test('PE-10 one of two administrators removes, demotes the other, or leaves', async () => {
  await acmeOf(peltarion).as('admin').users.remove(email('operations'))
  await acmeOf(peltarion).as('operations').users.update(email('admin'), { role: 'creator' })
  await acmeOf(peltarion).as('admin').users.remove(email('admin'))
})

describe('PE-10 reading: any other member', () => {
  test.each(['lead', 'viewer'])('%s may leave', async (name) => {
    const { as } = acmeOf(peltarion)
    await as(name).users.remove(email(name))
    expect(await denial(as(name).users.list())).toMatchObject({ code: 'not_a_member' })
  })

  test('and remove nobody else', async () => {
    const { users } = acmeOf(peltarion).as('lead')
    expect(await denial(users.remove(email('viewer')))).toMatchObject({ rule: 'PE-02' })
  })
})
