import { createClient, RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'

const mock = createMock()
const token = mock.token('admin@acme.test')
const lead = mock.token('lead@acme.test')
const options = { baseUrl: 'https://platform.example', token, fetch: mock.fetch }

/** Plain JavaScript does not count arguments. */
const loosely = (call: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown =>
  Reflect.apply(call, undefined, args)

const client = createClient(options)

test.each([
  ['createClient', () => loosely(createClient, options, { token: lead })],
  ['withOptions', () => loosely(client.withOptions, {}, { token: lead })],
  ['createMock', () => loosely(createMock, {}, { policy: 'bigml' })],
  ['mock.client', () => loosely(mock.client, { as: 'admin@acme.test' }, { as: 'lead@acme.test' })],
  ['mock.snapshot', () => loosely(mock.snapshot, {}, { secrets: false })],
  [
    'mock.restore',
    () => loosely(createMock().restore, createMock().snapshot(), {}, { otherPolicy: true }),
  ],
  [
    'mock.override',
    () => loosely(mock.override, 'users.list', () => undefined, {}, { once: true }),
  ],
  ['mock.token', () => loosely(mock.token, 'admin@acme.test', {}, { signUp: true })],
])('%s takes nothing after its options', (name, call) => {
  expect(call).toThrow(RolecallError)
  expect(call).toThrow(new RegExp(`^${name} takes .*no (more|further arguments)`))
})

const lists = Object.entries(operations).flatMap(([id, { input, parameters }]) =>
  input === 'query' ? [[id, parameters.map(() => 'churn')] as const] : [],
)

test.each(lists)('%s refuses options in the place of its query', async (id, path) => {
  const query = (value: object): Promise<unknown> =>
    Promise.resolve(loosely(client.call, id, ...path, value))
  const before = mock.requests.length
  await expect(query({ token: lead })).rejects.toThrow(
    `${id}: the query can't have 'token': use client.withOptions({ token })`,
  )
  await expect(query({ timeout: 5 })).rejects.toThrow(
    `${id}: the query can't have 'timeout': options come after it`,
  )
  expect(mock.requests).toHaveLength(before)
})
