import { createMock } from 'rolecall/mocks'

declare const gc: () => void

// A process of its own: nothing else is on its heap.
const calls = Number(process.argv[2])

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

/** The heap after all calls, as a multiple of that once log and caches are full. */
const grown = Object.entries(kinds).map(([name, kind]): [string, number] => {
  const before = heapAfter(kind, Math.min(calls / 10, 50_000))
  return [name, heapAfter(kind, calls) / before]
})
console.log(JSON.stringify(Object.fromEntries(grown)))
