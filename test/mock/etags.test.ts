import { beforeEach, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

const user = '/v1/users/agent@acme.test'

test('the etag is in the JSON and, quoted, in the header', async () => {
  const { body, headers } = await as(mock, 'admin@acme.test')(`GET ${user}`)
  expect(headers.get('etag')).toBe(`"${String(body.etag)}"`)
})

test('it changes with the JSON, and only with it', async () => {
  const ask = as(mock, 'admin@acme.test')
  const { etag } = (await ask(`GET ${user}`)).body
  const joined = await ask(`PATCH ${user}`, { teams: { legacy: 'annotator' } })
  expect(joined.body.etag).not.toBe(etag)
  const left = await ask(`PATCH ${user}`, { teams: { legacy: null } })
  expect(left.body.etag).toBe(etag)
  const rejoined = await ask(`PATCH ${user}`, { teams: { support: null } })
  expect(rejoined.body.etag).not.toBe(etag)
  // The order of keys in a JSON object means nothing, so it is no change either.
  const back = await ask(`PATCH ${user}`, { teams: { support: 'inference' } })
  expect(back.body.etag).toBe(etag)
})

test.each([
  ['the current one', (etag: string) => etag, 200],
  ['the current one among others', (etag: string) => `"x", ${etag}`, 200],
  ['any', () => '*', 200],
  ['another', () => '"x"', 412],
  ['the current one, unquoted', (etag: string) => etag.replaceAll('"', ''), 412],
  ['the current one, weak', (etag: string) => `W/${etag}`, 412],
])('If-Match with %s', async (_, sent, status) => {
  const ask = as(mock, 'admin@acme.test')
  const etag = (await ask(`GET ${user}`)).headers.get('etag') ?? ''
  const answer = await ask(`PATCH ${user}`, { name: 'New' }, { 'if-match': sent(etag) })
  expect(answer.status).toBe(status)
  if (status === 412) expect(answer.body.code).toBe('stale_etag')
})

test('it guards deletions and removals too', async () => {
  const ask = as(mock, 'admin@acme.test')
  const stale = { 'if-match': '"x"' }
  expect((await ask(`DELETE ${user}`, undefined, stale)).status).toBe(412)
  expect((await ask('DELETE /v1/roles/team-lead', undefined, stale)).status).toBe(412)
})
