import { PermissionDeniedError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { policies } from 'rolecall/policies'
import { rejection, same } from './claim.ts'

/** The mock in the runtime itself, without a server. */
export const inProcess: Readonly<Record<string, () => Promise<void>>> = {
  async 'mocks the platform in process'() {
    const mock = createMock()
    const client = mock.client({ as: 'lead@acme.test' })
    const before = mock.state
    const { decision } = await rejection(
      client.teams.create({ key: 'smoke' }),
      PermissionDeniedError,
    )
    same(decision?.rule, 'AD-05')
    same(mock.state === before, true)
    await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'smoke' })
    same(mock.state === before, false)
    mock.reset()
    same(mock.state === before, true)
  },

  async 'mocks every platform'() {
    for (const policy of Object.values(policies)) {
      const { users } = createMock({ policy }).client({ as: 'admin@acme.test' })
      same((await users.me()).email, 'admin@acme.test')
    }
  },
}

/** A digest of what some calls leave behind: the same wherever the mock runs. */
export async function fingerprint(): Promise<string> {
  const mock = createMock({ seed: 'smoke' })
  const { roles, teams, users } = mock.client({ as: 'admin@acme.test' })
  await roles.create({ key: 'smoke', permissions: ['use_case:read'] })
  await teams.create({ key: 'smoke', name: 'Smoke' })
  await users.update('analyst@acme.test', { teams: { smoke: 'smoke', research: null } })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(mock.state))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
