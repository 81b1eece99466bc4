import { createMock } from 'rolecall/mocks'
import { type Asked, type Kind, turns, type Whole } from './sizes.ts'

declare const gc: () => void

// One size in a process of its own: the memory of one mock slows down no other.
const size = Number(process.argv[2])

/** Milliseconds of processor time for the work. */
function timed(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

const emails = Array.from({ length: size }, (_, index) => `user-${index}@acme.test`)
const make = () =>
  createMock({
    // A function: a mock does not keep what it returned.
    scenario: () => ({
      name: 'grown',
      description: 'Many users, of whom the last ten are yet to come.',
      organization: { name: 'Acme', plan: { name: 'enterprise', features: [] } },
      teams: [{ key: 'research' }],
      personas: [],
      users: [
        { email: 'admin@acme.test', teams: { admin: 'admin' } },
        ...emails.map((email, index) => ({
          email,
          teams: { research: 'read-only' },
          ...(index >= size - 10 && { status: 'pending' as const }),
        })),
      ],
    }),
  })

gc()
const empty = process.memoryUsage().heapUsed
const began = process.threadCpuUsage()
const { handle, token, reset, fork } = make()
const load = process.threadCpuUsage(began)
// Pages that a collection empties go back in its wake.
for (let times = 0; times < 4; times += 1) {
  gc()
  await new Promise((done) => setTimeout(done, 50))
}
const heap = process.memoryUsage().heapUsed - empty
const { rss } = process.memoryUsage()

const authorization = `Bearer ${token('admin@acme.test')}`
const json = { authorization, 'content-type': 'application/merge-patch+json' }
let count = 0
/** As many users at every size, spread over all: the rest would measure the memory of the machine. */
const called = 1000
const nextEmail = () => emails[((count += 7919) % called) * (size / called)] ?? ''
const anyEmail = () => emails[(count += 7919) % size] ?? ''
const get = (email: string) => send('GET', `/v1/users/${email}`)
const patch = (email: string) => send('PATCH', `/v1/users/${email}`, '', `{"name":"User ${count}"}`)
const change = () => patch(nextEmail())

function send(method: string, path: string, query = '', body = ''): void {
  const { status } = handle({ method, path, query, body, headers: json })
  if (status !== 200) throw new Error(`${method} ${path} was answered ${status}`)
}

/** Milliseconds after a change, since an unchanged answer comes from a cache. */
const afterChange = (work: () => void) => (): number => {
  let sum = 0
  for (let round = 0; round < turns.calls; round += 1) {
    change()
    sum += timed(work)
  }
  return sum / turns.calls
}

const works: Readonly<Record<Kind, () => number>> = {
  'GET one': afterChange(() => get(nextEmail())),
  'a page': afterChange(() => send('GET', '/v1/users', 'limit=50')),
  'by status': afterChange(() => send('GET', '/v1/users', 'status=pending')),
  'PATCH one': afterChange(change),
  'GET any': afterChange(() => get(anyEmail())),
  'PATCH any': afterChange(() => patch(anyEmail())),
}

const whole = (): Whole => ({
  ready: (load.user + load.system) / 1000,
  reset: timed(reset),
  fork: timed(() => Array.from({ length: 200 }, () => fork())) / 200,
  heap: heap / 1e6,
  process: rss / 1e6,
})

process.on('message', (asked: Asked) => {
  process.send?.(asked === 'whole' ? whole() : works[asked]())
})
process.send?.('ready')
