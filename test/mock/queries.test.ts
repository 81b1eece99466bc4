import { expect, test } from 'vitest'
import { contract } from '../../mocks/generated/contract.ts'
import { createMock } from '../../mocks/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { as, at } from './ask.ts'

const mock = createMock()
const ask = as(mock, 'admin@acme.test')
/** Each list can be read by one of them: not every platform has invitations and tokens. */
const people = [
  ask,
  as(mock, 'lead@acme.test'),
  as(createMock({ policy: 'superannotate' }), 'admin@acme.test'),
]

const places: Readonly<Record<string, string>> = { '{project}': 'triage' }

/** The path of every list, by its operation. */
const lists = Object.entries(operations).flatMap(([operation, { path }]): [string, string][] => {
  const terms = Object.entries(contract).find(([id]) => id === operation)?.[1]
  if (terms?.query?.limit === undefined) return []
  return [[operation, path.replaceAll(/\{\w+\}/g, (name) => places[name] ?? name)]]
})

const notDecimal = [
  ...['Infinity', '-Infinity', 'NaN', '1e999', '1e2', '1E2', '0x10', '0b1', '0o7', '+5', '%2B5'],
  ...['5.0', '5.', '.5', '05', '1_0', '1n', '', '%20', '%205', '5%20', '5%00', '%D9%A5'],
  ...['9007199254740993', '1'.repeat(400), 'null', 'true', '[5]', '5,6'],
]

test('there are lists of all kinds', () => {
  expect(lists.map(([operation]) => operation)).toEqual(
    expect.arrayContaining(['users.list', 'permissions.list', 'audit.list']),
  )
})

test.each(lists)('%s takes decimal integers as its limit, and no other text', async (_, path) => {
  const statuses = await Promise.all(people.map((each) => each(`GET ${path}?limit=5`)))
  const able = people[statuses.findIndex(({ status }) => status === 200)]
  for (const limit of notDecimal) {
    const { status, body } = able
      ? await able(`GET ${path}?limit=${limit}`)
      : { status: 0, body: {} }
    expect([limit, status, at(body, 'errors', 0)]).toEqual([
      limit,
      422,
      { pointer: '/limit', message: 'limit must be a whole number.' },
    ])
  }
})

test('a boolean is true or false, as in JSON', async () => {
  const { length } = Object(at((await ask('GET /v1/roles?assignable=true')).body, 'data'))
  expect(length).toBeGreaterThan(0)
  for (const text of ['TRUE', 'True', '1', '0', 'yes', '', 'null']) {
    const { status, body } = await ask(`GET /v1/roles?assignable=${text}`)
    expect([status, at(body, 'errors', 0, 'message')]).toEqual([
      422,
      'assignable must be true or false.',
    ])
  }
})

test.each([
  ['/v1/users', 'limit=5&limit=6', '/limit', 2],
  ['/v1/users', 'team=research&team=legacy&team=research', '/team', 3],
  ['/v1/roles', 'assignable=true&assignable=true', '/assignable', 2],
])('%s?%s is refused as given several times', async (path, query, pointer, times) => {
  const { status, body } = await ask(`GET ${path}?${query}`)
  const message = `${pointer.slice(1)} is given ${times} times. Give it once.`
  expect([status, at(body, 'errors')]).toEqual([422, [{ pointer, message }]])
})

test.each([
  ['GET /v1/users?limit=0', undefined, 'limit must be at least 1.'],
  ['GET /v1/users?limit=999', undefined, 'limit must be at most 200.'],
  ['PATCH /v1/organization/plan', { seats: -1 }, 'seats must be at least 0.'],
  ['POST /v1/projects', { key: 'n', name: '' }, 'name must not be empty.'],
])('%s: the message about a limit is in plain words', async (line, body, message) => {
  const { body: problem } = await as(createMock({ policy: 'bigml' }), 'admin@acme.test')(line, body)
  expect(at(problem, 'errors', 0, 'message')).toContain(message)
})

test('a string parameter stays a string, whatever it looks like', async () => {
  const { status, body } = await ask('GET /v1/users?team=5')
  expect([status, at(body, 'errors', 0, 'message')]).toEqual([422, 'There is no team "5".'])
})

test('a cursor must be a possible place of a list', async () => {
  const cursor = String((await ask('GET /v1/users?limit=1')).body.nextCursor)
  const [, mark = ''] = Buffer.from(cursor, 'base64url').toString().split('.')
  for (const place of ['NaN', 'Infinity', '-1', '1e1', '0x1', '01', '1.5', '']) {
    const forged = Buffer.from(`${place}.${mark}`).toString('base64url')
    expect((await ask(`GET /v1/users?cursor=${forged}`)).body.code).toBe('invalid_cursor')
  }
})

test('a question with arguments parses a query as the call would', async () => {
  const client = mock.client({ as: 'admin@acme.test' })
  const mayList = async (query: object) => (await client.can<string>('roles.list', query)).allowed
  for (const query of [{ limit: 5 }, { limit: '5' }, { limit: null }, { assignable: 'true' }]) {
    expect([query, await mayList(query)]).toEqual([query, true])
  }
  for (const query of [{ limit: '0x10' }, { limit: 1.5 }, { limit: [5, 6] }, { limit: {} }]) {
    expect([query, await mayList(query)]).toEqual([query, false])
  }
})

test('a number too large to store is refused, anywhere in a body', async () => {
  const bigml = as(createMock({ policy: 'bigml' }), 'admin@acme.test')
  const artifact = (data: string) =>
    `{"kind":"dataset","project":"churn","name":"x","data":${data}}`
  for (const [line, body, where] of [
    ['PATCH /v1/organization/plan', '{"seats":1e999}', '/seats'],
    ['POST /v1/artifacts', artifact('{"rows":[1,-1e400]}'), '/data/rows/1'],
    ['POST /access/v1/evaluation', '1e999', ''],
  ] as const) {
    const { status, body: problem } = await bigml(line, body)
    expect([status, problem.code]).toEqual([400, 'malformed_json'])
    expect(problem.detail).toMatch(new RegExp(`too large to keep${where && `, at ${where}`}\\.$`))
  }
  expect((await bigml('PATCH /v1/organization/plan', '{"seats":1e3}')).body.code).not.toBe(
    'malformed_json',
  )
})

test.each([
  ['DELETE /v1/teams/support', 422],
  ['POST /v1/teams', 422, { key: 'quality' }],
  ['PATCH /v1/teams/support', 422, { name: 'Desk' }],
  ['GET /v1/teams/support', 400],
  ['GET /v1/me', 400],
  ['GET /v1/policy', 400],
  ['POST /access/v1/evaluation', 400, { subject: { type: 'user', id: 'me' } }],
])('%s takes no query, and does nothing with one', async (line, status, sent?: object) => {
  const own = createMock()
  const before = own.state
  const { body, ...answer } = await as(own, 'admin@acme.test')(`${line}?dryRun=true`, sent)
  expect([answer.status, at(body, 'code')]).toEqual([
    status,
    status === 422 ? 'validation_failed' : 'invalid_request',
  ])
  expect(at(body, 'errors')).toEqual([
    {
      pointer: '/dryRun',
      message: expect.stringMatching(/^dryRun is unknown\. [\w.]+ takes no query\.$/),
    },
  ])
  expect(own.state).toBe(before)
})

test('a query without parameters is none', async () => {
  expect((await ask('GET /v1/me?')).status).toBe(200)
  expect((await ask('GET /v1/me?&')).status).toBe(200)
})

test('a repeated item is named by its place, counted from 1', async () => {
  const { body } = await ask('POST /v1/roles', { key: 'auditor', permissions: ['a', 'b', 'b'] })
  expect(at(body, 'errors', 0, 'message')).toBe(
    'permissions must not repeat an item: items 2 and 3 are the same.',
  )
})
