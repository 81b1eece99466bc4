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

/** A digest of the state after some calls: the same wherever the mock runs. */
export async function fingerprint(): Promise<string> {
  const mock = createMock({ seed: 'smoke' })
  const { roles, teams, users } = mock.client({ as: 'admin@acme.test' })
  await roles.create({ key: 'smoke', permissions: ['use_case:read'] })
  await teams.create({ key: 'smoke', name: 'Smoke' })
  await users.update('analyst@acme.test', { teams: { smoke: 'smoke', research: null } })
  return hash(mock.state)
}

/** FNV-1a, twice: jsdom has no `crypto.subtle`. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let value = seed
      for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193)
      return (value >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
