import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { type Acme, acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const full = { status: 409, code: 'seat_limit_reached' }

const invite = ({ as }: Acme, name: string) =>
  as('manager').invitations.create({ email: email(name) })

/** Twelve active users and two invited ones leave two of sixteen seats. */
const filled = async (): Promise<Acme> => {
  const acme = acmeOf(bigml)
  await invite(acme, 'fifteenth')
  await invite(acme, 'sixteenth')
  return acme
}

test.each(['admin', 'manager'])('BG-11 %s invites; the default role is member', async (name) => {
  const { as, mock } = acmeOf(bigml)
  const { invitations } = as(name)
  expect(await invitations.create({ email: email('new'), message: 'Join us.' })).toMatchObject({
    role: 'member',
    status: 'pending',
  })
  expect(mock.outbox).toMatchObject([{ to: email('new'), message: 'Join us.' }])
  expect(await invitations.create({ email: email('other'), role: 'admin' })).toMatchObject({
    role: 'admin',
  })
})

test.each(['lead', 'contractor', 'guest'])('BG-11 %s does not invite or revoke', async (name) => {
  const { as, invitation } = acmeOf(bigml)
  const id = await invitation('invited')
  const { invitations } = as(name)
  expect(await denial(invitations.create({ email: email('new') }))).toMatchObject({ rule: 'BG-11' })
  expect(await denial(invitations.withdraw(id))).toMatchObject({ rule: 'BG-11' })
  expect(await denial(invitations.list())).toMatchObject({ rule: 'BG-11' })
  expect(await denial(invitations.get(id))).toMatchObject({ rule: 'BG-11' })
})

test('BG-11 a user who accepts is active at once, in the role', async () => {
  const { as, invitation } = acmeOf(bigml)
  const id = await invitation('invited')
  const { invitations, users, projects } = as('invited')
  expect(await denial(projects.list())).toMatchObject({ code: 'not_a_member' })
  expect(await invitations.get(id)).toMatchObject({ status: 'pending' })
  await invitations.accept(id)
  expect(await users.me()).toMatchObject({ status: 'active', role: 'member' })
  await projects.create({ key: 'mine' })
})

describe('BG-11 an invitation can be revoked until it is accepted', () => {
  test('a pending one, which then cannot be accepted', async () => {
    const { as, invitation } = acmeOf(bigml)
    const id = await invitation('invited')
    expect(await as('manager').invitations.withdraw(id)).toMatchObject({ status: 'withdrawn' })
    expect(await refusal(as('invited').invitations.accept(id))).toMatchObject({
      status: 410,
      code: 'gone',
    })
    expect(await denial(as('invited').projects.list())).toMatchObject({ code: 'not_a_member' })
  })

  test.each(['labeler', 'withdrawn', 'declined'])('not that of %s', async (name) => {
    const { as, invitation, mock } = acmeOf(bigml)
    const id = await invitation(name)
    const before = mock.state
    const error = await refusal(as('manager').invitations.withdraw(id))
    expect(error).toMatchObject({ status: 409, code: 'already_answered' })
    expect(error.message).toContain('only a pending one is revoked')
    expect(mock.state).toBe(before)
  })

  test.each(['accept', 'reject'] as const)('too late to %s', async (verb) => {
    const { as, invitation } = acmeOf(bigml)
    const answer = async (name: string) =>
      await refusal(as(name).invitations[verb](await invitation(name)))
    const answered = await answer('labeler')
    expect(answered).toMatchObject({ status: 409, code: 'already_answered' })
    expect(answered.message).toContain('An answer is final.')
    for (const name of ['withdrawn', 'declined']) {
      const gone = await answer(name)
      expect(gone).toMatchObject({ status: 410, code: 'gone' })
      expect(gone.message).toContain('Ask for another.')
    }
  })

  test.each(['accept', 'reject'] as const)(
    'and only the invited person may %s it',
    async (verb) => {
      const { as, invitation } = acmeOf(bigml)
      const call = as('manager').invitations[verb](await invitation('invited'))
      expect(await denial(call)).toMatchObject({ rule: 'BG-11', alternatives: [] })
    },
  )
})

describe('BG-11 seats', () => {
  test('active and invited users never exceed them', async () => {
    const acme = await filled()
    const before = acme.mock.state
    expect(await refusal(invite(acme, 'seventeenth'))).toMatchObject(full)
    expect(await acme.as('admin').can('invitations.create', { email: email('x') })).toMatchObject({
      allowed: false,
      rule: 'BG-11',
      ...full,
    })
    expect(acme.mock.state).toBe(before)
  })

  test.each<[string, (acme: Acme) => Promise<unknown>]>([
    [
      'an invitation is revoked',
      async ({ as, invitation }) => as('admin').invitations.withdraw(await invitation('invited')),
    ],
    [
      'one is rejected',
      async ({ as, invitation }) => as('invited').invitations.reject(await invitation('invited')),
    ],
    ['a user is removed', ({ as }) => as('admin').users.remove(email('guest'))],
  ])('one is free again when %s, and no more than one', async (_, free) => {
    const acme = await filled()
    await free(acme)
    await invite(acme, 'seventeenth')
    expect(await refusal(invite(acme, 'eighteenth'))).toMatchObject(full)
  })

  test('answering takes none', async () => {
    const acme = await filled()
    await acme.as('invited').invitations.accept(await acme.invitation('invited'))
    expect(await refusal(invite(acme, 'seventeenth'))).toMatchObject(full)
  })
})

test('BG-11 reading: an invited user gets no other role', async () => {
  const { users } = acmeOf(bigml).as('admin')
  expect(await refusal(users.update(email('invited'), { role: 'admin' }))).toMatchObject({
    status: 409,
    code: 'invalid_state',
  })
  expect(await users.update(email('invited'), {})).toMatchObject({ role: 'member' })
})

test('BG-11 reading: removing an invited user revokes the invitation', async () => {
  const { as, invitation } = acmeOf(bigml)
  const id = await invitation('invited')
  await as('manager').users.remove(email('invited'))
  expect(await as('admin').invitations.get(id)).toMatchObject({ status: 'withdrawn' })
})

test('BG-11 nobody becomes a user by signing up', async () => {
  const { mock, as } = acmeOf(bigml)
  const stranger = mock.client({ as: 'stranger@other.test', signUp: true })
  expect(await denial(stranger.projects.list())).toMatchObject({ code: 'not_a_member' })
  expect(await refusal(as('admin').users.get('stranger@other.test'))).toMatchObject({ status: 404 })
})
