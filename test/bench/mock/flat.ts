import { createMock } from 'rolecall/mocks'

declare const gc: () => void

// A process of its own: nothing else is on its heap.
const rounds = Number(process.argv[2])

const mock = createMock()
const as = (user: string) => ({ authorization: `Bearer ${mock.token(user)}` })
const [admin, reader] = [as('admin@acme.test'), as('member@acme.test')]
const emails = mock.users().map(({ email }) => email)

let count = 0
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

function heapAfter(kind: () => number, times: number): number {
  for (let left = times; left > 0; left -= 1) {
    const status = kind()
    if (status >= 500) throw new Error(`It was answered ${status}.`)
  }
  gc()
  gc()
  return process.memoryUsage().heapUsed
}

/** Calls that fill log, audit and caches. */
const full = 20_000

/**
 * Log and audit drop a tenth at once, every 1,001 and every 1,000 calls. So many calls leave them as full as
 * before.
 */
const period = 1001 * 1000

/** The heap after all calls, as a multiple of that once log and caches are full. */
const grown = Object.entries(kinds).map(([name, kind]): [string, number] => {
  const before = heapAfter(kind, full)
  return [name, heapAfter(kind, period * rounds) / before]
})

/** The heap that new records take, as a multiple of their JSON. */
function growthByRecords(): number {
  const size = () => mock.state.length
  const [heap, json] = [heapAfter(create, full), size()]
  return (heapAfter(create, full) - heap) / (size() - json)
}

console.log(JSON.stringify({ ...Object.fromEntries(grown), creations: growthByRecords() }))
