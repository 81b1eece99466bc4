import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccessResource } from '../../src/index.ts'
import { acme, type Acme } from '../support/acme.ts'
import { anyCall, anyone } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { send, succeeded } from './send.ts'
import { thing } from './things.ts'
import { known } from './world.ts'

/** A membership that somebody gets beside those that they have. */
const gained = fc.record({
  by: anyone,
  team: fc.constantFrom(...known.teams),
  role: fc.constantFrom(...known.roles),
})

/** Puts the person in the team; false for who is in it already. */
async function join({ as }: Acme, { by, team, role }: { by: string; team: string; role: string }) {
  const { users } = as('admin')
  const { teams } = await users.get(by)
  if (Object.hasOwn(teams, team)) return false
  await users.update(by, { teams: { [team]: role } })
  return true
}

const actionsOf = async ({ as }: Acme, id: string, resource: AccessResource): Promise<string[]> => {
  const subject = { type: 'user', id }
  const page = { limit: 200 }
  const { results } = await as('admin').access.searchActions({ subject, resource, page })
  return results.map(({ name }) => name)
}

test(
  'another membership takes no action away',
  async () => {
    await fc.assert(
      fc.asyncProperty(gained, thing, async (gain, resource) => {
        const platform = acme()
        const before = await actionsOf(platform, gain.by, resource)
        if (!(await join(platform, gain))) return
        expect(await actionsOf(platform, gain.by, resource)).toEqual(expect.arrayContaining(before))
      }),
      runs(400),
    )
  },
  timeout,
)

test(
  'a call that succeeds is not denied or hidden for another membership',
  async () => {
    await fc.assert(
      fc.asyncProperty(gained, anyCall, async (gain, call) => {
        if (!succeeded(await send(acme().mock, gain.by, call))) return
        const platform = acme()
        if (!(await join(platform, gain))) return
        const { status, body } = await send(platform.mock, gain.by, call)
        expect([403, 404], body).not.toContain(status)
      }),
      runs(400),
    )
  },
  timeout,
)
