import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import { type Acme, acmeOf, email } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

const full = { status: 409, code: 'seat_limit_reached' }

const invite = ({ as }: Acme, name: string) =>
  as('admin').invitations.create({ email: email(name), role: 'creator' })

/** Six active members and two invitations leave two of ten seats. */
const filled = async (): Promise<Acme> => {
  const acme = acmeOf(peltarion)
  await invite(acme, 'ninth')
  await invite(acme, 'tenth')
  return acme
}

test('PE-03 active members and pending invitations take the seats, the administrator included', async () => {
  const acme = await filled()
  const before = acme.mock.state
  expect(await refusal(invite(acme, 'eleventh'))).toMatchObject(full)
  expect(acme.mock.state).toBe(before)
  expect(acme.mock.outbox).toHaveLength(2)
  expect(
    await acme.as('admin').can('invitations.create', { email: email('x'), role: 'creator' }),
  ).toMatchObject({ allowed: false, rule: 'PE-03', ...full })
})

describe('PE-03 a full organization', () => {
  test('goes on otherwise: answering or resending takes no seat', async () => {
    const { as, invitation } = await filled()
    await as('admin').invitations.resend(await invitation('invited'))
    await as('invited').invitations.accept(await invitation('invited'))
    await as('admin').users.update(email('invited'), { role: 'administrator' })
  })

  test.each<[string, (acme: Acme) => Promise<unknown>]>([
    [
      'withdraws',
      async ({ as, invitation }) => as('admin').invitations.withdraw(await invitation('tenth')),
    ],
    [
      'is rejected',
      async ({ as, invitation }) => as('tenth').invitations.reject(await invitation('tenth')),
    ],
    ['removes a member', ({ as }) => as('admin').users.remove(email('engineer'))],
    ['is left', ({ as }) => as('engineer').users.remove(email('engineer'))],
  ])('has one seat again when it %s, and no more than one', async (_, free) => {
    const acme = await filled()
    await free(acme)
    await invite(acme, 'eleventh')
    expect(await refusal(invite(acme, 'twelfth'))).toMatchObject(full)
  })
})
