import { createMock } from 'rolecall/mocks'

declare const gc: () => void

// A process of its own: nothing else is on its heap.
const calls = Number(process.argv[2]) * 1e6

const mock = createMock()
const as = (user: string) => ({ authorization: `Bearer ${mock.token(user)}` })
const [admin, reader] = [as('admin@acme.test'), as('member@acme.test')]
const emails = mock.users().map(({ email }) => email)

// Many digits from the start: texts with a number stay as long.
let count = 10_000_000
const kinds: Readonly<Record<string, () => number>> = {
  reads: () => {
    const path = `/v1/users/${emails[(count += 1) % emails.length] ?? ''}`
    return mock.handle({ method: 'GET', path, query: '', headers: admin }).status
  },
  denials: () => {
    const body = `{"key":"role-${(count += 1)}","permissions":[]}`
    const headers = { ...reader, 'content-type': 'application/json' }
    return mock.handle({ method: 'POST', path: '/v1/roles', query: '', headers, body }).status
  },
  changes: () => {
    const path = `/v1/users/${emails[(count += 1) % emails.length] ?? ''}`
    const headers = { ...admin, 'content-type': 'application/merge-patch+json' }
    const body = `{"name":"User ${count}"}`
    return mock.handle({ method: 'PATCH', path, query: '', headers, body }).status
  },
}

function create(): number {
  const body = `{"key":"role-${(count += 1)}","permissions":[]}`
  const headers = { ...admin, 'content-type': 'application/json' }
  return mock.handle({ method: 'POST', path: '/v1/roles', query: '', headers, body }).status
}

function run(kind: () => number, times: number): void {
  for (let left = times; left > 0; left -= 1) {
    const status = kind()
    if (status >= 500) throw new Error(`It was answered ${status}.`)
  }
}

function heapAfter(kind: () => number, times: number): number {
  run(kind, times)
  gc()
  gc()
  return process.memoryUsage().heapUsed
}

/** Calls that fill log, audit and caches. */
const full = 20_000

/** Log, audit and caches drop a part at once, each after its own number of calls: their fullest counts. */
const fullest = (kind: () => number): number =>
  Math.max(...Array.from({ length: 40 }, () => heapAfter(kind, full / 40 + 3)))

/** The heap at its fullest after all calls, as a multiple of that once log and caches are full. */
const grown = Object.entries(kinds).map(([name, kind]): [string, number] => {
  run(kind, full)
  const before = fullest(kind)
  run(kind, calls)
  return [name, fullest(kind) / before]
})

/** The heap that new records take, as a multiple of their JSON. */
function growthByRecords(): number {
  const size = () => mock.state.length
  const [heap, json] = [heapAfter(create, full), size()]
  return (heapAfter(create, full) - heap) / (size() - json)
}

console.log(JSON.stringify({ ...Object.fromEntries(grown), creations: growthByRecords() }))
