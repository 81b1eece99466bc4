import fc from 'fast-check'
import { RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { start, impossible } from './any-call.ts'

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
        'roles.create: permissions[1] is missing: it must be what JSON can hold',
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
