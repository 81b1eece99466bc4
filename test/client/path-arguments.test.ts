import { expect, test } from 'vitest'
import { createClient, RolecallError } from '../../src/index.ts'
import { startServer } from '../support/recording-server.ts'

const refused = [
  '',
  ' ',
  '.',
  '..',
  '\n',
  'a\nb',
  '..\n',
  '\u0000',
  'a\u2028b',
  '\ud800',
  undefined,
  null,
  7,
  {},
  [],
]

test.each(refused)('%j is refused by the name of its argument', async (value) => {
  const { origin, requests } = await startServer()
  const { users } = createClient({ baseUrl: origin })
  const call = Reflect.apply(users.remove, users, [value])
  await expect(call).rejects.toThrow(RolecallError)
  await expect(call).rejects.toThrow(
    /^users\.remove: the argument user must be an id or a natural key, not /,
  )
  expect(requests).toEqual([])
})

test('a missing one in the middle is named', async () => {
  const { origin, requests } = await startServer()
  const { members } = createClient({ baseUrl: origin }).projects
  await expect(members.get('..', 'mem_1')).rejects.toThrow('the argument project must be')
  await expect(members.get('bot', '..')).rejects.toThrow('the argument member must be')
  expect(requests).toEqual([])
})

test.each([
  '...',
  '..a',
  '%2e%2e',
  '../roles',
  'a/b',
  'a\\b',
  'a?b#c',
  'a;b',
  '$&',
  '{role}',
  'ä@acme.test',
  '😀',
])('%s stays one segment of the path', async (value) => {
  const { origin, requests } = await startServer(() => ({ status: 204 }))
  await createClient({ baseUrl: origin }).users.remove(value)
  const segments = requests[0]?.url.split('/') ?? []
  expect(segments.slice(0, 3)).toEqual(['', 'v1', 'users'])
  expect(segments.slice(3).map(decodeURIComponent)).toEqual([value])
})
