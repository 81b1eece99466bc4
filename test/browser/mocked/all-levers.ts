import type { FaultPlan, Mock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'

/** Where a mock answers: by its own `fetch`, or at a URL. */
export interface Place {
  readonly mock: Mock
  /** Missing for a mock that is reached in process. */
  readonly baseUrl?: string
}

/** Slow at random, limited, refused, lost and stale: by share, by number and by user. */
const plan: FaultPlan = {
  seed: 'the same everywhere',
  rules: [
    { latency: 0 },
    { on: 'users.me', rate: { requests: 1, per: 600_000 } },
    { on: '*.list', share: 0.3, status: 503, retryAfter: 2000 },
    { on: 'teams.create', share: 0.3, connection: 'cut' },
    { on: 'roles.*', nth: { every: 4 }, connection: 'reset' },
    { on: 'users.update', as: 'lead@acme.test', status: 500, effect: 'after' },
    { on: 'teams.update', share: 0.5, stale: true },
    { on: 'access.*', nth: 3, offline: true },
  ],
}

/** The headers that the mock decides. A server adds others, such as the date. */
const told = [
  'content-type',
  'etag',
  'idempotency-replayed',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'www-authenticate',
  'x-request-id',
]

type Call = readonly [user: string, method: string, path: string, body?: unknown]

const admin = 'admin@acme.test'
const lead = 'lead@acme.test'
const watcher = 'watcher@acme.test'

const question = {
  subject: { type: 'user', id: lead },
  action: { name: 'roles.create' },
  resource: { type: 'organization', id: 'current' },
  context: { rolecall: { explain: true } },
}

/** Calls that are allowed, denied, wrong and repeated. A page leaves paths that the API lacks to the network. */
const round = (n: number): readonly Call[] => [
  [admin, 'GET', '/v1/me'],
  [lead, 'GET', '/v1/me'],
  [admin, 'GET', '/v1/users?limit=3'],
  [watcher, 'GET', '/v1/users'],
  [admin, 'POST', '/v1/teams', { key: `quality-${n}`, name: 'Quality' }],
  [lead, 'POST', '/v1/teams', { key: `denied-${n}` }],
  [admin, 'POST', '/v1/roles', { key: `reviewer-${n}`, permissions: ['use_case:read'] }],
  [lead, 'POST', '/v1/roles', { key: `auditor-${n}`, permissions: [] }],
  [admin, 'PATCH', '/v1/teams/support', { name: `Support ${n}` }],
  [admin, 'PATCH', '/v1/users/analyst@acme.test', { teams: { support: 'annotator' } }],
  [lead, 'PATCH', '/v1/users/analyst@acme.test', { teams: { research: 'annotator' } }],
  [lead, 'POST', '/access/v1/evaluation', question],
  [admin, 'POST', '/v1/users', { email: `new-${n}@acme.test` }],
  [admin, 'POST', '/v1/roles', { key: 'Not A Key', permissions: ['no:such'] }],
  [admin, 'GET', '/v1/teams?limit=2'],
  [watcher, 'DELETE', '/v1/teams/legacy'],
  [admin, 'GET', '/v1/roles/nowhere'],
  [admin, 'DELETE', `/v1/teams/quality-${n}`],
  [admin, 'GET', '/v1/audit?limit=5'],
  [admin, 'GET', '/v1/roles'],
]

/**
 * Makes calls under a plan of faults, and moves every lever between them.
 *
 * @returns All that was answered, and all that the mock holds afterwards, as text.
 */
export async function allLevers({ mock, baseUrl }: Place): Promise<string> {
  const control = createControl(baseUrl === undefined ? { mock } : { baseUrl })
  const send = baseUrl === undefined ? mock.fetch : fetch
  const origin = baseUrl ?? 'https://platform.example'
  const answers: unknown[] = []
  let number = 0

  async function call([user, method, path, body]: Call, ifMatch?: string): Promise<void> {
    const headers = {
      Authorization: `Bearer ${await control.signIn(user)}`,
      ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(method === 'POST' && { 'Idempotency-Key': `call-${number++ % 50}` }),
    }
    try {
      const answer = await send(`${origin}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const { status } = answer
      const shown = told.map((name) => answer.headers.get(name))
      answers.push({ status, shown, text: await answer.text() })
    } catch {
      answers.push('lost')
    }
  }

  const calls = async (n: number) => {
    for (const one of round(n)) await call(one)
  }
  await control.faults.set(plan)
  await calls(1)
  answers.push(await control.clock.advance('3 days'), await control.undo())
  await control.seed({ users: [{ email: 'seeded@acme.test' }] })
  await call([admin, 'PATCH', '/v1/teams/support', { name: 'Late' }], '"old"')
  await calls(2)
  const snapshot = await control.snapshot()
  answers.push(await control.clock.set('2026-02-01T00:00:00Z'), await control.clock.freeze())
  await calls(3)
  await control.restore(snapshot)
  answers.push(await control.clock.followChanges())
  await control.faults.set(plan)
  await calls(3)
  const history = await control.history()
  await control.rewind(history.at(-3)?.id ?? '')
  await calls(4)

  return JSON.stringify(
    {
      answers,
      state: mock.state,
      log: mock.requests,
      snapshot: await control.snapshot(),
      history: await control.history(),
      outbox: await control.outbox(),
      faults: await control.faults.get(),
    },
    null,
    1,
  )
}
