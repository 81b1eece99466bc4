import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

test('PE-04 a resent invitation is counted, dated and in the outbox', async () => {
  const { as, invitation, mock } = acmeOf(peltarion)
  const id = await invitation('invited')
  const { invitations } = as('admin')
  const before = await invitations.get(id)
  const after = await invitations.resend(id)
  expect(after).toMatchObject({ status: 'pending', sentCount: 2, createdAt: before.createdAt })
  expect(after.lastSentAt > before.lastSentAt).toBe(true)
  expect(mock.outbox).toEqual([
    {
      at: after.lastSentAt,
      to: email('invited'),
      invitation: id,
      message: 'Join us for the churn forecast.',
    },
  ])
})

test('PE-04 withdrawing ends the pending membership, and the person may be invited again', async () => {
  const { as, invitation } = acmeOf(peltarion)
  const { invitations, users } = as('admin')
  const id = await invitation('invited')
  expect(await invitations.withdraw(id)).toMatchObject({ status: 'withdrawn' })
  expect(await refusal(users.get(email('invited')))).toMatchObject({ status: 404 })
  await invitations.create({ email: email('invited'), role: 'administrator' })
  expect(await users.get(email('invited'))).toMatchObject({ status: 'pending' })
})

describe.each(['resend', 'withdraw'] as const)('PE-04 no %s unless it is pending', (verb) => {
  test.each([
    ['engineer', 'already_answered'],
    ['declined', 'already_answered'],
    ['withdrawn', 'invalid_state'],
  ])('%s', async (name, code) => {
    const { as, invitation, mock } = acmeOf(peltarion)
    const id = await invitation(name)
    const before = mock.state
    expect(await refusal(as('admin').invitations[verb](id))).toMatchObject({ status: 409, code })
    expect(await as('admin').can(`invitations.${verb}`, id)).toMatchObject({ rule: 'PE-04' })
    expect(mock.state).toBe(before)
    expect(mock.outbox).toEqual([])
  })

  test('and a caller without the right learns that first, whatever the status', async () => {
    const { as, invitation } = acmeOf(peltarion)
    const call = as('lead').invitations[verb](await invitation('declined'))
    expect(await denial(call)).toMatchObject({ rule: 'PE-02' })
  })
})

test('PE-04 reading: a pending member is not removed', async () => {
  const { users } = acmeOf(peltarion).as('admin')
  expect(await refusal(users.remove(email('invited')))).toMatchObject({
    status: 409,
    code: 'invalid_state',
  })
})
