import { createMock } from '../../mocks/index.ts'
import { describe, expect, test } from 'vitest'
import { as, at, send } from './ask.ts'
import { many, keys, sizeOf } from './many.ts'

const mock = createMock()
const ask = as(mock, 'admin@acme.test')

describe('an answer names the first 20 faults and counts the others', () => {
  test.each([
    ['unknown references', { key: 'x', permissions: many(1000, (index) => `use_case:x${index}`) }],
    ['values of the wrong type', { key: 'x', permissions: many(1000, Number) }],
    ['unknown keys', keys(998, 1)],
  ])('%s', async (_, body) => {
    const { status, body: problem } = await ask('POST /v1/roles', body)
    expect(status).toBe(422)
    expect(at(problem, 'errors')).toHaveLength(20)
    expect(at(problem, 'detail')).toMatch(/ And 980 more\.$/)
    expect(sizeOf(problem)).toBeLessThan(8000)
  })

  test('20 faults are named, and no rest is counted', async () => {
    const permissions = many(20, (index) => `use_case:x${index}`)
    const { body } = await ask('POST /v1/roles', { key: 'x', permissions })
    expect(at(body, 'errors')).toHaveLength(20)
    expect(at(body, 'detail')).not.toMatch(/more\.$/)
  })
})

describe('exceeding a limit of the document is 422, and names the limit', () => {
  test.each([
    [
      'permissions',
      'POST /v1/roles',
      { key: 'x', permissions: many(60_000, String) },
      ['/permissions', 'permissions must have at most 1000 items.'],
    ],
    [
      'teams in one update',
      'PATCH /v1/users/lead@acme.test',
      { teams: keys(101, true) },
      ['/teams', 'teams must have at most 100 keys.'],
    ],
    [
      'a name',
      'POST /v1/teams',
      { key: 'x', name: 'x'.repeat(500_000) },
      ['/name', 'name must have at most 200 characters.'],
    ],
    [
      'a reference',
      'POST /v1/teams',
      { key: 'x', defaultRole: 'x'.repeat(500_000) },
      ['/defaultRole', 'defaultRole must have at most 254 characters.'],
    ],
  ])('%s', async (_, line, body, [pointer, message]) => {
    const { status, body: problem } = await ask(line, body)
    expect([status, at(problem, 'errors')]).toEqual([422, [{ pointer, message }]])
  })

  test('questions in a batch are 400, as the standard demands', async () => {
    const evaluations = many(101, () => ({}))
    const { status, body } = await ask('POST /access/v1/evaluations', { evaluations })
    expect([status, at(body, 'errors', 0, 'message')]).toEqual([
      400,
      'evaluations must have at most 100 items.',
    ])
  })
})

describe('no answer repeats kilobytes of a request', () => {
  const long = 'x'.repeat(60_000)

  test.each([
    ['a path argument', `GET /v1/roles/${long}`, undefined],
    ['an unknown path', `GET /v1/${long}/${long}`, undefined],
    ['a key of a body', 'POST /v1/roles', { [long]: 1 }],
    ['a key of a map', 'PATCH /v1/users/lead@acme.test', { teams: { [long]: true } }],
    ['an item', 'POST /v1/roles', { key: 'x', permissions: [long] }],
    ['an unknown reference', 'POST /v1/roles', { key: 'x', permissions: ['y'.repeat(254)] }],
    ['a query', `GET /v1/users?team=${long}`, undefined],
    ['a name in a query', `GET /v1/users?${long}=1`, undefined],
    ['a type', 'POST /v1/roles', { key: long }],
    ['a control path', `POST /__mock/${long}`, {}],
    ['an unknown user', 'POST /__mock/sessions', { user: `${long}@acme.test` }],
  ])('%s', async (_, line, body) => {
    const { status, body: problem } = await ask(line, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(sizeOf(problem)).toBeLessThan(2000)
  })

  test('a header', async () => {
    for (const name of ['if-match', 'idempotency-key', 'content-type', 'x-request-id']) {
      const { body } = await ask('DELETE /v1/teams/legacy', undefined, { [name]: long })
      expect(sizeOf(body)).toBeLessThan(2000)
    }
  })

  test('a resource in a question', async () => {
    const id = 'x'.repeat(254)
    const question = {
      subject: { type: 'user', id },
      action: { name: id },
      resource: { type: id, id },
      context: { rolecall: { explain: true } },
    }
    const { body } = await ask('POST /access/v1/evaluation', question)
    expect(sizeOf(body)).toBeLessThan(2000)
  })

  test('and the log does not keep it either', async () => {
    await send(mock, `GET /v1/roles/${long}`)
    await ask(`GET /v1/roles/${long}`)
    expect(sizeOf(mock.requests.slice(-2))).toBeLessThan(4000)
    const { body } = await ask('GET /v1/audit?operation=roles.get')
    expect(sizeOf(body)).toBeLessThan(4000)
  })
})
