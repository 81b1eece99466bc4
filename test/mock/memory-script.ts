// memory.test.ts runs this in a process of its own: calls of each kind, one after another, in one
// task. It prints the bytes that a call of each kind retains.
import { createMock } from '../../mocks/index.ts'
import { createClient } from '../../src/index.ts'

declare const gc: () => void

const mock = createMock()
const baseUrl = 'https://platform.example'
const token = mock.token('admin@acme.test')
const headers = { authorization: `Bearer ${token}` }
const admin = mock.client({ as: 'admin@acme.test' })
const lead = mock.client({ as: 'lead@acme.test' })
const handed = createClient({ baseUrl, token, fetch: mock.fetch })
const stubbed = createClient({ baseUrl, fetch: async () => Response.json({ data: [] }) })
const { signal } = new AbortController()

const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  'mock.client': () => admin.users.me(),
  'a client with mock.fetch': () => handed.users.me(),
  'a client with a fetch of its own': () => stubbed.users.me(),
  lists: () => admin.users.list({ limit: 2 }),
  updates: () => admin.teams.update('support', { name: 'Support' }),
  'calls with a signal': () => admin.users.me({ signal }),
  can: () => lead.can('roles.create', { key: 'mine', permissions: [] }),
  denials: () => lead.roles.delete('annotator').catch(() => {}),
  'mock.fetch with a signal': () =>
    mock.fetch('/v1/me', { headers, signal: new AbortController().signal }),
}

const free = (): number => {
  // The mock's log grows to its limit.
  mock.reset()
  gc()
  return process.memoryUsage().heapUsed
}

async function call(kind: string, times: number): Promise<void> {
  for (let left = times; left > 0; left -= 1) await calls[kind]?.()
}

const count = 1_000
const kept: Record<string, number> = {}
for (const kind of Object.keys(calls)) {
  // The first thousand calls also compile code, which is no memory of a call.
  await call(kind, count)
  free()
  await call(kind, 200)
  const before = free()
  await call(kind, count)
  free()
  // Released memory is freed when the event loop turns.
  await call(kind, 200)
  kept[kind] = Math.round((free() - before) / count)
}
console.log(JSON.stringify(kept))
