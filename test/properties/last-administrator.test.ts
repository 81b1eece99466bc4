import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { acme, type Acme, email } from '../support/acme.ts'
import { runs, timeout } from './runs.ts'
import { type Sent, send } from './send.ts'
import { known } from './world.ts'

const administrator = fc.constantFrom(...['admin', 'platform', 'deputy', 'founder'].map(email))
const someone = fc.oneof(administrator, fc.constantFrom(email('lead'), email('two-hats')))
const role = fc.oneof(fc.constantFrom(...known.roles), fc.constantFrom(null, true))
const permissions = fc.subarray([...known.permissions])

/** Calls by which administrators come and go. */
const call: Arbitrary<Sent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(someone, role).map(([user, admin]): Sent => ({
      operation: 'users.update',
      args: [user, { teams: { admin } }],
    })),
  },
  someone.map((user): Sent => ({ operation: 'users.remove', args: [user] })),
  permissions.map((kept): Sent => ({
    operation: 'roles.update',
    args: ['deputy', { permissions: kept }],
  })),
  fc.constant<Sent>({ operation: 'users.create', args: [{ email: email('founder') }] }),
)

const mayManageUsers = async ({ mock }: Acme, person: string): Promise<boolean> => {
  const { allowed } = await mock.client({ as: person }).can('users.create', { email: email('x') })
  return allowed
}

test(
  'whatever administrators do to each other, one who manages users stays',
  async () => {
    const steps = fc.array(fc.record({ by: someone, call }), { minLength: 5, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const platform = acme()
        const { mock } = platform
        for (const step of sequence) {
          const isKnown = mock.users().some((user) => user.email === step.by)
          if (isKnown) await send(mock, step.by, step.call)
        }
        const members = mock.users().filter(({ teams }) => Object.hasOwn(teams, 'admin'))
        const able = await Promise.all(members.map((user) => mayManageUsers(platform, user.email)))
        expect(able).toContain(true)
      }),
      runs(200),
    )
  },
  timeout,
)
