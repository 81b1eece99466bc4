import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { APIError, ConnectionError, NotFoundError, UnprocessableEntityError } from 'rolecall'
import type { LoggedRequest } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, onTestFinished, test } from 'vitest'
import { closedPort } from '../support/closed-port.ts'
import { places } from './controlled.ts'

/** Entries with their times, which comparisons and JSON leave out otherwise. */
const timed = (requests: readonly LoggedRequest[]) =>
  requests.map((request) => ({ ...request, ms: request.ms }))

describe.each(Object.entries(places))('a control client, %s', (_, place) => {
  test('signs in as anyone', async () => {
    const { mock, control } = await place()
    expect(await control.signIn('lead@acme.test')).toBe(mock.token('lead@acme.test'))
    expect(await control.signIn({ enforcementPoint: true })).toBe(
      mock.token({ enforcementPoint: true }),
    )
    await control.signIn('new@acme.test', { signUp: true })
    expect((await control.users()).map(({ email }) => email)).toContain('new@acme.test')
    expect(await control.users()).toEqual(mock.users())
  })

  test('refuses an unknown user, with the nearest names', async () => {
    const { control } = await place()
    const refused = expect.stringContaining('Did you mean lead@acme.test')
    for (const signingIn of [
      control.signIn('leed@acme.test'),
      control.client({ as: 'leed@acme.test' }),
    ]) {
      const error = await signingIn.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(NotFoundError)
      expect(error).toHaveProperty('message', refused)
    }
  })

  test('makes clients that are signed in', async () => {
    const { control } = await place()
    const lead = await control.client({ as: 'lead@acme.test' })
    expect((await lead.users.me()).email).toBe('lead@acme.test')
    const newcomer = await control.client({ as: 'new@acme.test', signUp: true })
    expect((await newcomer.users.me()).teams).toEqual({ default: 'read-only' })
    const point = await control.client({ enforcementPoint: true })
    await expect(point.users.me()).rejects.toThrow('enforcement point')
  })

  test('lists requests and e-mails', async () => {
    const { mock, control } = await place()
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.users.create({ email: 'new@acme.test' })
    await admin.roles.list()
    const sent = timed(mock.requests)
    expect(await control.requests()).toEqual(sent)
    const [first, second] = sent
    expect(await control.requests({ since: first?.id })).toEqual([second])
    expect(await control.outbox()).toEqual(mock.outbox)
    expect(await control.coverage()).toEqual(JSON.parse(JSON.stringify(mock.coverage())))
  })

  test('follows requests until it is told to stop', async () => {
    const { mock, control } = await place()
    const stop = new AbortController()
    const heard: LoggedRequest[] = []
    await mock.fetch('/v1/none')
    const since = mock.requests[0]?.id
    await mock.fetch('/v1/roles')
    for await (const request of control.requests.stream({ since, signal: stop.signal })) {
      heard.push(request)
      if (heard.length === 3) stop.abort()
      else await mock.fetch('/v1/teams')
    }
    expect(heard).toEqual(timed(mock.requests.slice(1, 4)))
    for await (const request of control.requests.stream({ since })) {
      expect(request).toEqual(heard[0])
      break
    }
  })

  test('sets faults, and ends them', async () => {
    const { mock, control } = await place()
    expect(await control.faults.get()).toEqual({ rules: [] })
    const plan = { rules: [{ on: 'users.*', status: 503 }] } as const
    expect(await control.faults.set(plan)).toEqual(plan)
    expect([mock.faults.plan, await control.faults.get()]).toEqual([plan, plan])
    await control.faults.clear()
    expect([mock.faults.plan, await control.faults.get()]).toEqual([undefined, { rules: [] }])
  })

  test('resets', async () => {
    const { mock, control } = await place()
    const before = mock.state
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'qa' })
    await control.reset()
    expect([mock.state, mock.requests]).toEqual([before, []])
  })

  test('takes a snapshot, and restores it elsewhere', async () => {
    const { mock, control } = await place()
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'qa' })
    const snapshot = await control.snapshot()
    expect(snapshot).toEqual(JSON.parse(JSON.stringify(mock.snapshot())))
    expect((await control.snapshot({ secrets: false })).secrets).toBe(false)
    const other = await place()
    await other.control.restore(snapshot)
    expect(other.mock.state).toBe(mock.state)
    const { state } = other.mock
    const wrong = JSON.parse(JSON.stringify({ ...snapshot, format: 'rolecall/9' }))
    await expect(other.control.restore(wrong)).rejects.toThrow('rolecall/9')
    expect(other.mock.state).toBe(state)
  })

  test('adds to the state, and takes calls back', async () => {
    const { mock, control } = await place()
    await control.seed({ users: [{ email: 'new@acme.test' }] })
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'one' })
    const [, { id } = { id: '' }] = await control.history()
    await admin.teams.create({ key: 'two' })
    await admin.teams.create({ key: 'three' })
    expect(await control.history()).toEqual(mock.history)
    expect((await control.undo())?.operation).toBe('teams.create')
    await control.rewind(id)
    const keys = (await admin.teams.list()).data.map(({ key }) => key)
    expect(keys).toContain('one')
    expect(keys).not.toContain('two')
    await expect(control.rewind('req_none')).rejects.toThrow('"req_none"')
    await control.reset()
    expect(await control.undo()).toBeUndefined()
  })

  test('sets and moves the clock', async () => {
    const { mock, control } = await place()
    const { clock } = control
    expect(await clock.get()).toEqual({ now: mock.clock.now, pace: 'change' })
    expect((await clock.set('2026-03-01T08:00:00Z')).now).toBe('2026-03-01T08:00:00.000Z')
    expect((await clock.advance('3 days')).now).toBe('2026-03-04T08:00:00.000Z')
    expect((await clock.advance(1000)).now).toBe('2026-03-04T08:00:01.000Z')
    expect((await clock.freeze()).pace).toBe('frozen')
    expect((await clock.run()).pace).toBe('real')
    expect((await clock.followChanges()).pace).toBe('change')
    await expect(clock.set('soon')).rejects.toThrow('"soon"')
  })

  test('puts another policy in force', async () => {
    const { mock, control } = await place()
    const policy = await control.policy.get()
    expect(policy).toEqual(JSON.parse(JSON.stringify(mock.policy)))
    const stricter = {
      ...policy,
      rules: { ...policy.rules, 'teams.create': policy.rules['roles.create'] },
    }
    expect(await control.policy.use(JSON.parse(JSON.stringify(stricter)))).toHaveProperty('changes')
    expect(mock.policy).toEqual(JSON.parse(JSON.stringify(stricter)))
    await expect(control.policy.use('adaptiv')).rejects.toThrow('Did you mean adaptive')
    await control.policy.use('adaptive')
    expect(mock.policy.rules).toEqual(policy.rules)
  })

  test('moves the state of its session alone', async () => {
    const { control, of } = await place()
    const mine = of('mine')
    const admin = await mine.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'qa' })
    expect(await mine.history()).toHaveLength(1)
    expect(await control.history()).toEqual([])
    await expect(of('not/a name').users()).rejects.toThrow('X-Mock-Session')
  })

  test('rejects what a lever refuses, with the place and the fix', async () => {
    const { mock, control } = await place()
    const wrong = JSON.parse('{ "rules": [{ "on": "users.*", "lattency": 5 }] }')
    const error = await control.faults.set(wrong).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnprocessableEntityError)
    expect(error).toHaveProperty('message', expect.stringContaining('latency'))
    expect(mock.faults.plan).toBeUndefined()
  })
})

describe('a control client tells', () => {
  test('that nothing answers', async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`
    const error = await createControl({ baseUrl })
      .users()
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`Nothing answers at ${baseUrl}: start it with \`rolecall mock\``),
    )
  })

  test.each([
    [404, 'text/html', '<!doctype html><p>No such page'],
    [200, 'text/html', '<!doctype html><p>An app'],
    [502, 'application/json', '{"error":"bad gateway"}'],
  ])('that a %i of %s comes from no mock', async (status, type, body) => {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'Content-Type': type }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port }: AddressInfo = JSON.parse(JSON.stringify(server.address()))
    const baseUrl = `http://127.0.0.1:${port}`
    const error = await createControl({ baseUrl })
      .users()
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(APIError)
    const message = `GET /__mock/users was answered ${status}`
    expect(error).toHaveProperty('message', expect.stringContaining(message))
    expect(error).toHaveProperty('message', expect.stringContaining(`is there one at ${baseUrl}?`))
  })
})
