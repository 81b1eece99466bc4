import { createMock, type Mock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import {
  type ControlEndpoint,
  type ControlOperation,
  controlOperations,
} from '../../mocks/generated/control/operations.ts'
import { start } from '../server/start.ts'
import { exchange, rawRequest, read } from '../server/raw-request.ts'

/** A request of each operation that succeeds once the mock is as `prepare` leaves it. */
const requests: Readonly<Record<ControlOperation, { query?: string; body?: unknown }>> = {
  signIn: { body: { user: 'lead@acme.test' } },
  listUsers: {},
  listStates: {},
  createState: { body: { name: 'two', from: 'one' } },
  deleteStates: {},
  getState: {},
  deleteState: {},
  getSnapshot: { query: '?secrets=false' },
  restoreSnapshot: { body: createMock().snapshot() },
  openSnapshot: { body: createMock({ policy: 'bigml' }).snapshot() },
  seed: { body: { users: [{ email: 'seeded@acme.test' }] } },
  reset: {},
  listHistory: {},
  undo: { body: {} },
  rewind: { body: { id: 'req_' } },
  getClock: {},
  changeClock: { body: { advance: '3 days', pace: 'frozen' } },
  listRequests: {},
  streamRequests: {},
  getRequest: {},
  listOutbox: {},
  getCoverage: {},
  getFaults: {},
  setFaults: { body: { rules: [{ on: 'users.*', latency: 300 }] } },
  clearFaults: {},
  getPolicy: {},
  usePolicy: { body: 'adaptive' },
  listPolicies: {},
  getPolicyByName: {},
  listRules: { query: '?policy=bigml' },
  checkPolicy: { body: { policy: '{}' } },
  comparePolicies: { body: { to: 'adaptive' } },
  getMatrix: { query: '?resourceType=team&resourceId=qa&by=roles' },
  getAccess: { query: '?user=lead@acme.test' },
  getAbout: {},
  explain: { body: { as: 'lead@acme.test', action: 'roles.create' } },
  rehearse: { body: { as: 'lead@acme.test', operation: 'roles.list' } },
  getControlDocument: {},
  getApiDocument: {},
}

const operations: readonly (readonly [ControlOperation, ControlEndpoint])[] = Object.keys(
  requests,
).flatMap((id) => (isOperation(id) ? [[id, controlOperations[id]] as const] : []))

function isOperation(id: string): id is ControlOperation {
  return Object.hasOwn(controlOperations, id)
}

/** The path of an operation, with the name of a policy, or of a state or request that `prepare` made. */
const pathOf = ({ path }: ControlEndpoint) =>
  path
    .replace('policies/{name}', 'policies/bigml')
    .replace('{name}', 'one')
    .replace('{id}', firstId)

/** Makes some calls, and a state with a name. Returns the id of the first change. */
async function prepare(mock: Mock): Promise<string> {
  const admin = mock.client({ as: 'admin@acme.test' })
  await admin.users.create({ email: 'new@acme.test' })
  await admin.teams.create({ key: 'qa' })
  await createControl({ mock }).states.create('one')
  return mock.history[0]?.id ?? ''
}

/** The id of the first change, the same in every mock. */
const firstId = await prepare(createMock())

const json = { 'Content-Type': 'application/json' }

/** Times of the machine, which differ from run to run. */
const varying = /"ms":[\d.]+|"(?:createdAt|lastUsedAt)":"[^"]+"/g

/** The parts of an answer that do not differ. */
async function partsOf(answer: Response, method: string) {
  const isOpen = answer.headers.get('content-type') === 'application/x-ndjson'
  if (isOpen && method !== 'HEAD') void answer.body?.cancel()
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    caching: answer.headers.get('cache-control'),
    body: isOpen && method !== 'HEAD' ? '' : (await answer.text()).replaceAll(varying, ''),
  }
}

describe.each(operations)('%s', (id, endpoint) => {
  const { method, success } = endpoint
  const { query = '', body } = requests[id]

  /** Sends the request in process and over a socket, to mocks in the same state. */
  async function answers(asked: string) {
    const { mock, server } = await start()
    const other: Mock = createMock()
    const first = await prepare(mock)
    await prepare(other)
    const sent = id === 'rewind' ? { id: first } : body
    const init: RequestInit = {
      method: asked,
      ...(method !== 'GET' && method !== 'DELETE' && { headers: json }),
      ...(sent !== undefined && asked === method && { body: JSON.stringify(sent) }),
    }
    const target = pathOf(endpoint) + query
    const inProcess = await partsOf(await other.fetch(target, init), asked)
    return { inProcess, overSocket: await partsOf(await fetch(server.url + target, init), asked) }
  }

  test('is answered alike in process and over a socket', async () => {
    const { inProcess, overSocket } = await answers(method)
    expect(inProcess).toMatchObject({
      status: success,
      caching: success === 204 ? null : 'no-store',
    })
    expect(overSocket).toEqual(inProcess)
    if (success === 204) expect(inProcess.body).toBe('')
  })

  test('has HEAD beside GET alone', async () => {
    const { inProcess, overSocket } = await answers('HEAD')
    const allows = operations.some(
      ([, { method, path }]) => method === 'GET' && path === endpoint.path,
    )
    expect(overSocket).toEqual(inProcess)
    // A query that only another method takes is refused.
    expect([inProcess.status, inProcess.body]).toEqual([allows ? 200 : 405, ''])
  })

  test('is for pages of this machine alone, and of listed origins', async () => {
    const app = 'https://app.example'
    const { mock, server } = await start({ cors: [app] })
    await prepare(mock)
    const url = server.url + pathOf(endpoint)
    const preflightFrom = (origin: string) =>
      fetch(url, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': method },
      })
    for (const origin of [app, 'http://localhost:5173']) {
      // Pages of this machine may always control the mock, and call the API only if cors says so.
      if (origin !== app && endpoint.path === '/openapi.json') continue
      const { status, headers } = await preflightFrom(origin)
      expect([status, headers.get('access-control-allow-origin')]).toEqual([204, origin])
      expect(headers.get('access-control-allow-methods')).toContain(method)
    }
    const before = mock.state
    for (const origin of ['https://evil.example', 'null']) {
      const init = { method, headers: { ...json, Origin: origin } }
      expect((await preflightFrom(origin)).status).toBe(403)
      const refused = await fetch(url, init)
      expect(refused.status).toBe(403)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(mock.state).toBe(before)
  })

  test('is not answered under another host, nor to a page that embeds it', async () => {
    const { server } = await start()
    const { port } = new URL(server.url)
    const line = `${method} ${pathOf(endpoint)}`
    const headers = [
      { Host: 'evil.example' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
    ]
    for (const given of headers) {
      expect(read(await exchange(Number(port), rawRequest(line, given))).status).toBe(403)
    }
  })

  test('takes bodies up to its limit', async () => {
    const { server } = await start()
    const limit = endpoint.largestBody ?? 1_048_576
    const { port } = new URL(server.url)
    const send = (length: number) => {
      const headers = { ...json, 'Content-Length': String(length), Expect: '100-continue' }
      return exchange(Number(port), rawRequest(`${method} ${pathOf(endpoint)}`, headers))
    }
    // Several operations share a path, and its limit.
    const most = Math.max(
      ...operations.map(([, { path, largestBody }]) =>
        path === endpoint.path ? (largestBody ?? limit) : limit,
      ),
    )
    const { status, problem } = read(await send(most + 1))
    expect(status).toBe(413)
    expect(problem).toMatchObject({ detail: expect.stringContaining(`at most ${most} bytes`) })
  })
})
