import { PermissionDeniedError } from 'rolecall'
import { createMock, type FaultPlan } from 'rolecall/mocks'
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

/** A digest of state and log after some calls, some struck by faults: the same wherever the mock runs. */
export async function fingerprint(): Promise<string> {
  const mock = createMock({ seed: 'smoke', faults })
  const admin = mock.client({ as: 'admin@acme.test' }).withOptions({ retries: 0 })
  await admin.roles.create({ key: 'smoke', permissions: ['use_case:read'] })
  await admin.teams.create({ key: 'smoke', name: 'Smoke' }).catch(() => {})
  await admin.users.update('analyst@acme.test', { teams: { smoke: 'smoke', research: null } })
  const reads = Array.from({ length: 20 }, async () => admin.users.me().catch(() => {}))
  await Promise.all(reads)
  return hash(mock.state + JSON.stringify(mock.requests))
}

const faults = {
  rules: [
    { on: 'teams.create', connection: 'cut' },
    { on: 'users.me', share: 0.3, status: 503 },
    { on: 'users.me', rate: { requests: 8, per: 60_000 } },
  ],
} satisfies FaultPlan

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
