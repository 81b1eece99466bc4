import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'

const admin = createMock().client({ as: 'admin@acme.test' })

/**
 * Rejects what React's server components, like other serializers, refuse or warn of: objects with a
 * class, symbol keys, hidden members and functions, at any depth.
 */
function oddities(value: unknown, at = '$'): string[] {
  if (typeof value === 'function' || typeof value === 'symbol')
    return [`${at} is a ${typeof value}`]
  if (typeof value !== 'object' || value === null) return []
  const prototype: unknown = Object.getPrototypeOf(value)
  const isList = Array.isArray(value)
  const members = Object.entries(Object.getOwnPropertyDescriptors(value))
  return [
    ...(prototype === (isList ? Array.prototype : Object.prototype)
      ? []
      : [`${at} is no plain one`]),
    ...Object.getOwnPropertySymbols(value).map((symbol) => `${at} has ${String(symbol)}`),
    ...members.flatMap(([key, { enumerable, value: member }]) => [
      ...(enumerable || (isList && key === 'length') ? [] : [`${at}.${key} is hidden`]),
      ...oddities(member, `${at}.${key}`),
    ]),
  ]
}

test.each<[string, () => Promise<unknown>]>([
  ['a resource', () => admin.users.me()],
  ['a created resource', () => admin.teams.create({ key: 'plain', name: 'Plain' })],
  ['a changed resource', () => admin.teams.update('plain', () => ({ name: 'Plainer' }))],
  ['nothing', () => admin.teams.delete('plain')],
  ['the items of a page', async () => (await admin.users.list()).data],
  ['all items of a list', () => admin.users.list().toArray()],
  ['a decision', () => admin.can('roles.list')],
  ['several decisions', () => admin.can.all({ list: ['roles.list'], me: ['users.me'] })],
  ['a matrix', () => admin.policy.matrix()],
  ['an answer with its response', async () => (await admin.users.me().withResponse()).data],
  ['client.call', () => admin.call('users.me')],
])('%s equals its JSON', async (_, answer) => {
  const value = await answer()
  expect(oddities(value)).toEqual([])
  expect(structuredClone(value)).toStrictEqual(value)
})

test('a page has one function besides its data, to fetch the next page', async () => {
  expect(oddities(await admin.users.list())).toEqual(['$.nextPage is a function'])
})
