import { describe, expect, test } from 'vitest'
import { peltarion } from '../../../mocks/policies/index.ts'
import type { Client } from '../../../src/index.ts'
import { type Acme, acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

type Management = (client: Client, acme: Acme) => Promise<unknown>

const management: [string, Management][] = [
  [
    'invite',
    ({ invitations }) =>
      invitations.create({ email: email('new'), role: 'creator', message: 'Join us.' }),
  ],
  [
    'send an invitation again',
    async ({ invitations }, { invitation }) => invitations.resend(await invitation('invited')),
  ],
  [
    'withdraw an invitation',
    async ({ invitations }, { invitation }) => invitations.withdraw(await invitation('invited')),
  ],
  ['change roles', ({ users }) => users.update(email('engineer'), { role: 'administrator' })],
  ['change nothing', ({ users }) => users.update(email('engineer'), {})],
  ['remove others', ({ users }) => users.remove(email('engineer'))],
]

describe.each(management)('PE-02 %s', (_, manage) => {
  test.each(['admin', 'operations'])('%s does', async (name) => {
    const acme = acmeOf(peltarion)
    await manage(acme.as(name), acme)
  })

  test.each(['lead', 'viewer'])('%s does not', async (name) => {
    const acme = acmeOf(peltarion)
    const before = acme.mock.state
    const { rule, alternatives } = await denial(manage(acme.as(name), acme))
    expect(rule).toBe('PE-02')
    expect(alternatives).toMatchObject([
      {
        calls: [
          {
            operation: 'users.update',
            args: [email(name), { role: 'administrator' }],
            by: [email('admin'), email('operations')],
          },
        ],
      },
    ])
    expect(acme.mock.state).toBe(before)
  })
})

test('PE-02 an invitation names a role: the platform has no default one', async () => {
  const { invitations } = acmeOf(peltarion).as('admin')
  await expect(invitations.create({ email: email('new') })).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/role', message: expect.stringContaining('needs it') }],
  })
})

test('PE-02 a user or invited person is not invited again', async () => {
  const { invitations } = acmeOf(peltarion).as('admin')
  for (const name of ['lead', 'invited']) {
    const call = invitations.create({ email: email(name), role: 'creator' })
    await expect(call).rejects.toMatchObject({ status: 409, code: 'already_exists' })
  }
})
