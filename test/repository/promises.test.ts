import { describe, expect, test } from 'vitest'
import { unannounced, withoutCompatible } from '../../.ci/promises/announced.ts'
import { compareDocuments } from '../../.ci/promises/compare-documents.ts'
import { type Json, withoutWords } from '../../.ci/promises/document.ts'
import { readRecord } from '../../.ci/promises/record.ts'
import manifest from '../../package.json' with { type: 'json' }
import { root } from '../docs/pages.ts'

/** A document with one operation, whose parts the row states. */
const document = (operation: Json, schemas: Json = {}) =>
  withoutWords({
    paths: {
      '/v1/teams': {
        post: {
          operationId: 'teams.create',
          responses: {},
          security: [{ token: [] }],
          ...operation,
        },
      },
    },
    components: { schemas },
  })

const team = { $ref: '#/components/schemas/Team' }
const sent = { requestBody: { content: { 'application/json': { schema: team } } } }
const answered = { responses: { 201: { content: { 'application/json': { schema: team } } } } }
const parameter = (more: Json) => ({
  parameters: [{ in: 'query', name: 'limit', schema: { type: 'integer' }, ...more }],
})
const object = (more: Json): Json => ({
  Team: { type: 'object', properties: { key: { type: 'string' } }, ...more },
})
const key = (schema: Json) => object({ properties: { key: schema } })

type Row = readonly [what: string, before: [Json, Json?], after: [Json, Json?], breaks: string[]]

const rows: readonly Row[] = [
  ['nothing', [sent, object({})], [sent, object({})], []],
  [
    'another name of an operation',
    [{}],
    [{ operationId: 'teams.make' }],
    ['teams.create: called teams.make'],
  ],
  ['a parameter more', [{}], [parameter({})], []],
  [
    'a required parameter more',
    [{}],
    [parameter({ required: true })],
    ['teams.create: query.limit: required'],
  ],
  ['a parameter less', [parameter({})], [{}], ['teams.create: query.limit: removed']],
  [
    'a smaller range',
    [parameter({ schema: { maximum: 200 } })],
    [parameter({ schema: { maximum: 100 } })],
    ['teams.create: query.limit: maximum 100, was 200'],
  ],
  [
    'a larger range',
    [parameter({ schema: { maximum: 200 } })],
    [parameter({ schema: { maximum: 300 } })],
    [],
  ],
  [
    'a size in memory',
    [parameter({})],
    [parameter({ schema: { type: 'integer', format: 'int32' } })],
    [],
  ],
  [
    'a body that must be there',
    [sent, object({})],
    [{ requestBody: { ...sent.requestBody, required: true } }, object({})],
    ['teams.create: body: required'],
  ],
  [
    'a new required body',
    [{}],
    [{ requestBody: { ...sent.requestBody, required: true } }, object({})],
    ['teams.create: body: required'],
  ],
  [
    'a key more in a body',
    [sent, object({})],
    [sent, object({ properties: { key: { type: 'string' }, name: {} } })],
    [],
  ],
  [
    'a key more that a body must have',
    [sent, object({})],
    [sent, object({ required: ['key'] })],
    ['Team.key: required'],
  ],
  [
    'a key that an answer has always',
    [answered, object({})],
    [answered, object({ required: ['key'] })],
    [],
  ],
  [
    'a key that an answer may lack',
    [answered, object({ required: ['key'] })],
    [answered, object({})],
    ['Team.key: no longer always there'],
  ],
  [
    'a key less, both ways',
    [{ ...sent, ...answered }, object({})],
    [{ ...sent, ...answered }, object({ properties: {} })],
    ['Team.key: removed', 'Team.key: removed'],
  ],
  [
    'a value less in a body',
    [sent, key({ enum: ['a', 'b'] })],
    [sent, key({ enum: ['a'] })],
    ['Team.key: not b any more'],
  ],
  [
    'a value less in an answer',
    [answered, key({ enum: ['a', 'b'] })],
    [answered, key({ enum: ['a'] })],
    [],
  ],
  [
    'values in place of any text',
    [sent, object({})],
    [sent, key({ type: 'string', enum: ['a'] })],
    ['Team.key: one of a'],
  ],
  [
    'a pattern',
    [sent, object({})],
    [sent, key({ type: 'string', pattern: '^a' })],
    ['Team.key: pattern ^a'],
  ],
  [
    'null in an answer',
    [answered, object({})],
    [answered, key({ type: ['string', 'null'] })],
    ['Team.key: was string, is string or null'],
  ],
  ['null in a body', [sent, object({})], [sent, key({ type: ['string', 'null'] })], []],
  [
    'no null in a body',
    [sent, key({ type: ['string', 'null'] })],
    [sent, object({})],
    ['Team.key: was string or null, is string'],
  ],
  [
    'no further keys',
    [sent, object({})],
    [sent, object({ additionalProperties: false })],
    ['Team: no further keys'],
  ],
  [
    'another status',
    [answered, object({})],
    [{ responses: { 200: answered.responses[201] } }, object({})],
    ['teams.create: 201: removed'],
  ],
  [
    'another media type',
    [answered, object({})],
    [{ responses: { 201: { content: { 'text/html': {} } } } }, object({})],
    ['teams.create: 201: no application/json any more'],
  ],
  [
    'a header less',
    [{ responses: { 201: { headers: { ETag: {} } } } }],
    [{ responses: { 201: {} } }],
    ['teams.create: 201.ETag: removed'],
  ],
  ['a call that needs a token', [{ security: [] }], [{}], ['teams.create: needs a token']],
  ['other words', [{ summary: 'A' }], [{ summary: 'B', 'x-does': 'create' }], []],
]

test.each(rows)('a document with %s', (_, before, after, breaks) => {
  const found = compareDocuments(document(...before), document(...after))
  expect(found.map(({ subject, change }) => `${subject}: ${change}`)).toEqual(breaks)
})

test('a document without an operation', () => {
  const none = withoutWords({ paths: {}, components: {} })
  expect(compareDocuments(document({}), none)).toEqual([
    { subject: 'teams.create', change: 'no post /v1/teams any more' },
  ])
})

describe('a break is announced', () => {
  const breaks = [{ subject: 'RequestOptions.wait', change: 'removed' }]
  const summary = '### Changed\n\n- Breaking: `RequestOptions.wait`\n  is gone.\n'

  test.each([
    ['0.1.0', 'minor', true],
    ['0.1.0', 'patch', false],
    ['1.0.0', 'major', true],
    ['1.0.0', 'minor', false],
  ] as const)('since %s by a %s changeset: %s', (version, bump, isAnnounced) => {
    expect(unannounced(breaks, [{ bump, summary }], version)).toEqual(isAnnounced ? [] : breaks)
  })

  test.each([
    '- `RequestOptions.wait` is gone.',
    '- Breaking: `RequestOptions` has changed.',
    '- Breaking: RequestOptions.wait is gone.',
  ])('not by %s', (summary) => {
    expect(unannounced(breaks, [{ bump: 'major', summary }], '0.1.0')).toEqual(breaks)
  })
})

test('a change that was judged compatible is no break, and a judgement of none is stale', () => {
  const change = { subject: 'createMock', change: 'was 1, is 2' }
  const reason = 'Both are numbers.'
  expect(withoutCompatible([change], [{ ...change, reason }])).toEqual({ breaks: [], stale: [] })
  const other = { ...change, change: 'was 1, is 3', reason }
  expect(withoutCompatible([change], [other])).toEqual({ breaks: [change], stale: [other] })
})

test('the record is that of the last release', () => {
  const { version, document: released, types } = readRecord(root)
  expect(version).toBe(manifest.version)
  expect(Object.keys(released.paths)).toContain('/v1/users')
  expect(types.exports.rolecall).toContain('createClient')
})
