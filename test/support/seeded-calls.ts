import type { FaultPlan, Mock } from '../../mocks/index.ts'

/** A plan with every kind of fault. */
export const everyFault: FaultPlan = {
  seed: 'every fault',
  rules: [
    { on: '*.list', latency: { median: 1, p99: 4 }, share: 0.2 },
    { on: 'users.*', as: 'lead@acme.test', status: 503, retryAfter: 2000, share: 0.3 },
    { on: ['teams.create', 'roles.*'], connection: 'cut', share: 0.2 },
    { on: 'teams.*', connection: 'reset', effect: 'before', nth: { every: 7 } },
    { on: 'projects.*', rate: { requests: 5, per: 60_000 } },
    { connection: 'refuse', nth: [11, 12, 13] },
    { on: 'users.me', connection: 'stall', times: 2 },
    { share: 0.02, status: 418 },
    { on: 'teams.update', stale: true, share: 0.5 },
  ],
}

/** A request of the sequence. */
interface SeededCall {
  readonly as: string
  readonly method: string
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

const users = ['admin@acme.test', 'lead@acme.test', 'reviewer@acme.test']

const kinds: readonly ((index: number) => Omit<SeededCall, 'as'>)[] = [
  () => ({ method: 'GET', path: '/v1/users' }),
  () => ({ method: 'GET', path: '/v1/me' }),
  () => ({ method: 'GET', path: '/v1/roles?limit=3' }),
  () => ({ method: 'GET', path: '/v1/projects' }),
  () => ({ method: 'PUT', path: '/v1/users' }),
  (index) => ({
    method: 'POST',
    path: '/v1/teams',
    body: JSON.stringify({ key: `team-${index % 40}` }),
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${index % 60}` },
  }),
  (index) => ({
    method: 'PATCH',
    path: '/v1/teams/support',
    body: JSON.stringify({ name: `Support ${index}` }),
    headers: { 'content-type': 'application/json', 'if-match': '"old"' },
  }),
  (index) => ({ method: 'DELETE', path: `/v1/teams/team-${index % 40}` }),
]

/** A sequence of calls, always the same. */
function seededCalls(count: number): readonly SeededCall[] {
  let state = 1
  // The minimal standard generator of Park and Miller.
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
  return Array.from({ length: count }, (_, index) => {
    const as = users[below(users.length)] ?? ''
    const make = kinds[below(kinds.length)]
    return { as, method: 'GET', path: '/v1/me', ...make?.(index) }
  })
}

/** What a caller sees of a call: the answer, or how it failed. */
async function seenOf(fetched: Promise<Response>): Promise<unknown> {
  let response
  try {
    response = await fetched
  } catch (error) {
    return error instanceof DOMException ? 'no answer in time' : 'no answer'
  }
  const { status, headers } = response
  const told = ['retry-after', 'ratelimit', 'x-request-id', 'etag', 'idempotency-replayed']
  const shown = told.map((name) => headers.get(name))
  const body = await response.text().catch(() => 'cut')
  return { status, shown, body }
}

/** What the callers see, and the mock's log and state afterwards. */
export async function played(
  mock: Mock,
  count: number,
  send: (path: string, init: RequestInit) => Promise<Response>,
) {
  const seen: unknown[] = []
  for (const { as, method, path, body, headers } of seededCalls(count)) {
    const authorization = `Bearer ${mock.token(as)}`
    const signal = AbortSignal.timeout(path === '/v1/me' ? 250 : 10_000)
    const init = { method, headers: { ...headers, authorization }, signal, ...(body && { body }) }
    // Each after the other: the order of calls is part of what is compared.
    // oxlint-disable-next-line no-await-in-loop
    seen.push(await seenOf(send(path, init)))
  }
  return { seen, log: mock.requests, state: mock.state }
}
