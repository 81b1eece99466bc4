import { hashKey } from '@tanstack/query-core'
import fc from 'fast-check'
import { type Client, createClient, RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { createDecisions, keyOf } from '../../src/react/decisions.ts'
import { startServer } from '../support/recording-server.ts'

async function start() {
  const { origin, requests } = await startServer(() => ({ json: { decision: true } }))
  return { client: createClient({ baseUrl: origin }), requests }
}

/** A class whose instances hold nothing in keys. */
class Sealed {
  #seats = 5
  get seats() {
    return this.#seats
  }
}

const impossible: [what: string, value: unknown, said: string][] = [
  ['NaN', Number('2O'), 'NaN'],
  ['Infinity', Infinity, 'Infinity'],
  ['-Infinity', -Infinity, '-Infinity'],
  ['an invalid date', new Date('soon'), 'invalid Date'],
  ['a Map', new Map([['a', 1]]), 'Map'],
  ['an empty Map', new Map(), 'Map'],
  ['a Set', new Set(['use_case:read']), 'Set'],
  ['a function', () => 5, 'function'],
  ['a symbol', Symbol('s'), 'symbol'],
  ['a bigint', 5n, 'bigint'],
  ['a typed array', new Uint8Array([1]), 'Uint8Array'],
  ['bytes', new ArrayBuffer(1), 'ArrayBuffer'],
  ['a promise', Promise.resolve(5), 'Promise'],
  ['an error', new Error('no'), 'Error'],
  ['a pattern', /x/, 'RegExp'],
  ['a boxed number', Object(Number.NaN), 'Number'],
  ['a form', new FormData(), 'FormData'],
  ['search parameters', new URLSearchParams('a=b'), 'URLSearchParams'],
  ['headers', new Headers({ a: 'b' }), 'Headers'],
  ['a blob', new Blob(['x']), 'Blob'],
  ['an instance without data', new Sealed(), 'object'],
  ['an object whose toJSON returns null', { toJSON: () => null }, 'object'],
  ['an object whose toJSON returns undefined', { toJSON: () => undefined }, 'object'],
]

describe.each(impossible)('%s', (_, value, said) => {
  const message = (place: string) => `${place} must be what JSON can hold, not ${said}`

  /** The message of each kind of call; nothing was sent. */
  async function expectRefused(
    calls: (client: Client) => readonly (readonly [Promise<unknown>, place: string])[],
  ) {
    const { client, requests } = await start()
    for (const [call, place] of calls(client)) {
      const error: unknown = await call.catch((error: unknown) => error)
      expect(error).toBeInstanceOf(RolecallError)
      expect(error).toHaveProperty('message', message(place))
    }
    expect(requests).toEqual([])
  }

  test('is refused in a body, by its place', async () => {
    await expectRefused(({ call }) => [
      [call<string>('organization.updatePlan', { seats: value }), 'organization.updatePlan: seats'],
      [call<string>('roles.create', value), 'roles.create: the body'],
      [
        call<string>('users.update', 'a', { teams: { support: value } }),
        'users.update: teams.support',
      ],
      [
        call<string>('roles.create', { key: 'a', permissions: ['a', value] }),
        'roles.create: permissions[1]',
      ],
      [
        call<string>('artifacts.create', { data: { rows: [{}, { at: [value] }] } }),
        'artifacts.create: data.rows[1].at[0]',
      ],
    ])
  })

  test('is refused in a patch that a function makes', async () => {
    const { origin, requests } = await startServer(() => ({ json: { etag: 'v1' } }))
    const patched = createClient({ baseUrl: origin }).call<string>('teams.update', 'a', () => ({
      name: value,
    }))
    await expect(patched).rejects.toThrow(message('teams.update: name'))
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
  })

  test('is refused in a question, by the name of its operation', async () => {
    await expectRefused(({ access, can }) => [
      [can<string>('organization.updatePlan', { seats: value }), 'organization.updatePlan: seats'],
      [
        access.evaluate({
          subject: { type: 'user', id: 'me' },
          action: { name: 'organization.updatePlan' },
          resource: { type: 'organization', id: 'current' },
          context: { args: [{ seats: value }] },
        }),
        'access.evaluate: context.args[0].seats',
      ],
    ])
  })

  test('fails alone among the questions of one tick', async () => {
    const { client, requests } = await start()
    const wrong = client.can<string>('organization.updatePlan', { seats: value })
    const right = client.can<string>('organization.updatePlan', { seats: null })
    await expect(wrong).rejects.toThrow(message('seats'))
    expect(await right).toMatchObject({ allowed: true })
    expect(requests.map(({ url }) => url)).toEqual(['/access/v1/evaluation'])
  })

  test('does not match another question', () => {
    const { organization } = queries(createMock().client({ as: 'admin@acme.test' }))
    const options: (body: object) => { queryKey: readonly unknown[] } =
      organization.updatePlan.canOptions
    const [wrong, none, empty] = [value, null, {}].map((seats) =>
      hashKey(options({ seats }).queryKey),
    )
    expect(wrong).not.toBe(none)
    expect(wrong).not.toBe(empty)
  })

  test('is a question without an answer for a component', async () => {
    const { client } = await start()
    const decisions = createDecisions((operation, ...args) =>
      client.can<string>(operation, ...args),
    )
    const question = { operation: 'organization.updatePlan', args: [{ seats: value }] } as const
    const key = keyOf(question)
    expect(key).not.toBe(keyOf({ ...question, args: [{ seats: null }] }))
    expect(key).not.toBe(keyOf({ ...question, args: [{ seats: {} }] }))
    await new Promise<void>((resolve) => void decisions.watch(key, question, resolve))
    expect(decisions.get(key)).toMatchObject({ status: 'failed', allowed: false })
  })
})

describe('a query refuses', () => {
  const queryable = new Set(['a bigint'])
  test.each(impossible.filter(([what]) => !queryable.has(what)))('%s', async (_, value, said) => {
    const { client, requests } = await start()
    const call = client.call<string>('users.list', { limit: value })
    await expect(call).rejects.toThrow(
      `users.list: the query's limit must be text, a number, a boolean or a date, not ${said}`,
    )
    expect(requests).toEqual([])
  })

  test.each(impossible.filter(([, value]) => typeof value === 'object'))(
    '%s in place of the query',
    async (_, value, said) => {
      if (said === 'object') return
      const { client, requests } = await start()
      await expect(client.call<string>('users.list', value)).rejects.toThrow(
        `users.list: the query must be an object such as { limit: 50 }, not ${said}`,
      )
      expect(requests).toEqual([])
    },
  )
})

describe('a list refuses', () => {
  test('undefined, and a gap', async () => {
    const { client, requests } = await start()
    const gap: unknown[] = ['a']
    gap[2] = 'c'
    for (const permissions of [['a', undefined], gap]) {
      await expect(client.call<string>('roles.create', { permissions })).rejects.toThrow(
        'roles.create: permissions[1] must be what JSON can hold, not undefined',
      )
    }
    expect(requests).toEqual([])
  })
})

test('a cycle is refused by its place, and one object used twice is allowed', async () => {
  const { client, requests } = await start()
  const cycle: Record<string, unknown> = {}
  cycle.within = [{ cycle }]
  await expect(client.call<string>('artifacts.create', { data: cycle })).rejects.toThrow(
    'artifacts.create: data.within[0].cycle must be what JSON can hold, not a part of itself',
  )
  const empty = {}
  const twice = { data: [empty, empty, { empty }, empty] }
  await client.call<string>('artifacts.create', twice)
  expect(requests.map(({ body }) => JSON.parse(body))).toEqual([twice])
})

test('a getter that throws and endless nesting are errors of the client', async () => {
  const { client } = await start()
  const thrown = new Error('no')
  const throws = {
    get seats() {
      throw thrown
    },
  }
  let deep: unknown[] = []
  for (let depth = 0; depth < 100_000; depth++) deep = [deep]
  const call = client.call<string>('organization.updatePlan', throws)
  await expect(call).rejects.toThrow("organization.updatePlan can't be written as JSON")
  await expect(call).rejects.toMatchObject({ name: 'RolecallError', cause: thrown })
  await expect(client.call<string>('artifacts.create', deep)).rejects.toThrow(RolecallError)
})

test('values that JSON can hold are sent unchanged', async () => {
  const { client, requests } = await start()
  class Draft {
    key = 'a'
    note = undefined
  }
  const at = new Date(0)
  const money = { toJSON: () => '5.00' }
  const bare: object = Object.assign(Object.create(null), { a: 1 })
  const body = {
    draft: new Draft(),
    at,
    money,
    bare,
    empty: {},
    none: null,
    gone: undefined,
    no: [],
  }
  await client.call<string>('artifacts.create', body)
  expect(requests[0]?.body).toBe(JSON.stringify(body))
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    draft: { key: 'a' },
    at: '1970-01-01T00:00:00.000Z',
    money: '5.00',
    bare: { a: 1 },
    empty: {},
    none: null,
    no: [],
  })
})

test('any JSON is sent byte by byte as JSON.stringify writes it', async () => {
  const { client, requests } = await start()
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (body) => {
      await client.call<string>('artifacts.create', body)
      expect(requests.pop()?.body).toBe(JSON.stringify(body))
    }),
  )
})

test('an update keeps the limit of a plan when the number of seats is no number', async () => {
  const mock = createMock({ policy: 'bigml' })
  const admin = mock.client({ as: 'admin@acme.test' })
  await admin.organization.updatePlan({ seats: 50 })
  await expect(admin.organization.updatePlan({ seats: Number('2O') })).rejects.toThrow('not NaN')
  expect((await admin.organization.get()).plan.seats).toBe(50)
})
