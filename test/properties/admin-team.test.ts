import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acme, type Acme } from '../support/acme.ts'
import { changingCall } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { send } from './send.ts'

/** Who is in team admin, with which role, and what those roles contain. */
async function adminTeam({ as }: Acme): Promise<unknown> {
  const { users, roles } = as('admin')
  const members = (await users.list({ team: 'admin', limit: 200 })).data
  const held = members.map(({ email, status, teams }) => ({ email, status, role: teams.admin }))
  const contents = await Promise.all(
    [...new Set(held.map(({ role }) => role))].map((role) => roles.get(role ?? '')),
  )
  return { held, contents: contents.map(({ key, permissions }) => ({ key, permissions })) }
}

const outsiders = acme()
  .mock.users()
  .flatMap(({ email, teams }) => ('admin' in teams ? [] : [email]))

test(
  'no sequence of calls by users outside team admin changes who is in it, their roles there, or what those roles contain',
  async () => {
    const step = fc.record({ by: fc.constantFrom(...outsiders), call: changingCall })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const platform = acme()
        const before = await adminTeam(platform)
        for (const { by, call } of steps) await send(platform.mock, by, call)
        expect(await adminTeam(platform)).toEqual(before)
      }),
      runs(250),
    )
  },
  timeout,
)
