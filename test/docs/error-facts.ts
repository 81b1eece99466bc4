import { type Client, type ClientOptions, createClient, fromJSON, type PolicyName } from 'rolecall'
import { createMock, crowd, type Mock, type MockOptions } from 'rolecall/mocks'
import type { ProblemCode } from '../../src/generated/models.ts'

/** A call that ends in an error. */
export type Fact = () => PromiseLike<unknown>

const baseUrl = 'https://platform.example'

/** A client that retries without waiting. */
function clientOf(mock: Mock, as: string, options: ClientOptions = {}): Client {
  const own = { baseUrl, fetch: mock.fetch, random: () => 0, token: mock.token(as) }
  return createClient({ ...own, ...options })
}

const as = (name: string, options: MockOptions<PolicyName> = {}): Client =>
  clientOf(createMock<PolicyName>(options), `${name}@acme.test`)

const admin = (policy: PolicyName = 'adaptive'): Client => as('admin', { policy })

/** A call whose every attempt meets a fault of the mock. */
const faulty = (rule: object): Client => as('admin', { faults: { rules: [rule] } })

/** What no method of the client can send. */
async function send(method: string, path: string, headers: object, body?: string): Promise<never> {
  const mock = createMock()
  const authorization = `Bearer ${mock.token('admin@acme.test')}`
  const init = { method, headers: { authorization, ...headers }, ...(body && { body }) }
  const answer = await mock.fetch(new Request(`${baseUrl}${path}`, init))
  throw fromJSON(await answer.json())
}

const json = { 'content-type': 'application/json' }
const invitee = 'invited@acme.test'

/** The invitation that has no answer yet, and those who may change that. */
async function invitation() {
  const mock = createMock({ policy: 'peltarion' })
  const inviter = clientOf(mock, 'admin@acme.test')
  const all = await inviter.invitations.list().toArray()
  const id = all.find(({ email }) => email === invitee)?.id ?? ''
  return { id, inviter, invited: clientOf(mock, invitee) }
}

/** A call for every code, by the code that it ends with. */
export const refusals: Readonly<Record<ProblemCode | 'unexpected_answer', Fact>> = {
  malformed_json: () => send('POST', '/v1/teams', json, '{'),
  invalid_request: () => admin().call<string>('access.evaluate', { action: { name: 'users.me' } }),
  invalid_cursor: () => admin().users.list({ cursor: 'of another list' }),
  unauthenticated: () => clientOf(createMock(), 'admin@acme.test', { token: null }).users.me(),
  invalid_token: () => clientOf(createMock(), 'admin@acme.test', { token: 'old' }).users.me(),
  permission_denied: () => as('lead').teams.create({ key: 'quality' }),
  operation_not_offered: () => admin().invitations.list(),
  not_a_member: () => as('invited', { policy: 'peltarion' }).users.list(),
  member_paused: () => as('paused', { policy: 'superannotate' }).users.list(),
  enforcement_point() {
    const mock = createMock()
    const token = mock.token({ enforcementPoint: true })
    return clientOf(mock, 'admin@acme.test', { token }).users.list()
  },
  not_found: () => admin().teams.get('nothing'),
  method_not_allowed: () => send('DELETE', '/v1/me', {}),
  key_taken: () => admin().teams.create({ key: 'support' }),
  already_exists: () =>
    as('bridge').projects.members.add('churn', {
      subject: { type: 'team', id: 'support' },
      roles: { project: 'read-only' },
    }),
  built_in: () => admin().roles.delete('admin'),
  in_use: () => admin().teams.delete('support'),
  owning_team: () =>
    as('bridge').projects.members.add('churn', {
      subject: { type: 'team', id: 'research' },
      roles: { project: 'read-only' },
    }),
  async last_administrator() {
    const client = admin()
    for (const user of ['platform@acme.test', 'deputy@acme.test']) {
      await client.users.update(user, { teams: { admin: null } })
    }
    return client.users.update('admin@acme.test', { teams: { admin: null } })
  },
  owner_required: () => admin('bigml').users.remove('admin@acme.test'),
  async seat_limit_reached() {
    const { invitations } = admin('peltarion')
    const invite = (number: number) =>
      invitations.create({ email: `new-${number}@acme.test`, role: 'creator' })
    for (let number = 0; number < 100; number += 1) await invite(number)
  },
  project_limit_reached() {
    const scenario = crowd({ users: 1, projects: 1_000 })
    return as('admin', { policy: 'bigml', scenario }).projects.create({ key: 'one-more' })
  },
  async already_answered() {
    const { id, invited } = await invitation()
    await invited.invitations.accept(id)
    return invited.invitations.accept(id)
  },
  invalid_state: () => admin('peltarion').users.update(invitee, { role: 'administrator' }),
  request_in_progress: () =>
    faulty({
      status: 409,
      problem: { code: 'request_in_progress', retryable: true },
    }).teams.create({ key: 'quality' }),
  async gone() {
    const { id, inviter, invited } = await invitation()
    await inviter.invitations.withdraw(id)
    return invited.invitations.accept(id)
  },
  stale_etag: () => admin().teams.update('support', { name: 'Help' }, { ifMatch: 'of yesterday' }),
  unsupported_media_type: () => send('POST', '/v1/teams', { 'content-type': 'text/plain' }, '{}'),
  validation_failed: () => admin().teams.create({ key: 'Not a key' }),
  unknown_reference: () =>
    admin().users.update('lead@acme.test', { teams: { nothing: 'read-only' } }),
  role_not_assignable: () =>
    admin('superannotate').invitations.create({ email: 'new@acme.test', role: 'owner' }),
  role_not_available: () =>
    admin('peltarion').invitations.create({ email: 'new@acme.test', role: 'viewer' }),
  transfer_required: () => admin('bigml').users.update('lead@acme.test', { role: 'owner' }),
  outside_organization: () =>
    admin('bigml').projects.members.add('payroll', {
      subject: { type: 'email', id: 'new@acme.test' },
      roles: { project: 'read' },
    }),
  invalid_target: () => admin('superannotate').users.update('plain@acme.test', { paused: true }),
  read_only: () => admin().call<string>('teams.update', 'support', { key: 'help' }),
  async idempotency_key_reused() {
    const { teams } = admin()
    const options = { idempotencyKey: 'row-1' }
    await teams.create({ key: 'quality' }, options)
    return teams.create({ key: 'safety' }, options)
  },
  rate_limited: () => faulty({ status: 429, retryAfter: 0 }).users.me(),
  internal_error: () => faulty({ status: 500 }).users.me(),
  unexpected_answer: () =>
    createClient({ baseUrl, fetch: async () => new Response('<title>Sign in</title>') }).users.me(),
}

/** A call for every error without an answer, by the name of its class. */
export const failures: Readonly<Record<string, Fact>> = {
  RolecallError: () => admin().users.me(JSON.parse('{ "retires": 0 }')),
  TokenProviderError: () =>
    clientOf(createMock(), 'admin@acme.test', {
      token: () => Promise.reject(new Error('signed out')),
    }).users.me(),
  ConnectionError: () => faulty({ connection: 'refuse' }).users.me(),
  TimeoutError: () => faulty({ connection: 'stall' }).users.me({ timeout: 20 }),
  AbortedError: () => admin().users.me({ signal: AbortSignal.abort() }),
}
