import { createMock } from 'rolecall/mocks'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { matches, readFilter } from '../../../console/views/log/filter.ts'
import { linesOf } from '../../../console/views/log/lines.ts'
import { seen } from '../../../console/views/log/seen.ts'
import { suggestionsFor } from '../../../console/views/log/suggestions.ts'

let requests: readonly LoggedRequest[]

beforeAll(async () => {
  const mock = createMock({ faults: { rules: [{ on: 'projects.list', status: 503 }] } })
  const lead = mock.client({ as: 'lead@acme.test' })
  const admin = mock.client({ as: 'admin@acme.test' }).withOptions({ retries: 0 })
  await lead.roles.create({ key: 'reviewer', permissions: [] }).catch(() => {})
  await admin.teams.list()
  await admin.teams.create({ key: 'trial', name: 'On trial' })
  await admin.teams.get('nowhere').catch(() => {})
  await admin.projects.list().catch(() => {})
  await lead.can('roles.list')
  await lead.can('roles.create', { key: 'x', permissions: [] })
  await mock.fetch('/v1/userz')
  requests = mock.requests
})

const all = [
  'roles.create',
  'teams.list',
  'teams.create',
  'teams.get',
  'projects.list',
  'can roles.list',
  'can roles.create',
  'GET /v1/userz',
]

const found = (search: string) =>
  requests
    .map(seen)
    .filter((one) => matches(readFilter(search), one))
    .map(({ call }) => call.replace(/\(.*/s, ''))

describe('a search finds', () => {
  test.each<readonly [search: string, found: readonly string[]]>([
    ['', all],
    ['is:denied', ['roles.create', 'can roles.create']],
    ['is:denied -is:question', ['roles.create']],
    ['is:error', ['teams.get', 'projects.list', 'GET /v1/userz']],
    ['is:allowed', ['teams.list', 'teams.create', 'can roles.list']],
    ['is:write', ['roles.create', 'teams.create']],
    ['is:question', ['can roles.list', 'can roles.create']],
    ['op:roles.*', ['roles.create', 'can roles.list', 'can roles.create']],
    ['OP:teams.create,teams.list', ['teams.list', 'teams.create']],
    ['as:lead', ['roles.create', 'can roles.list', 'can roles.create']],
    ['-as:lead -as:admin', ['GET /v1/userz']],
    ['rule:AD-04', ['roles.create', 'can roles.list', 'can roles.create']],
    ['status:404', ['teams.get', 'GET /v1/userz']],
    ['status:5xx', ['projects.list']],
    ['fault:any', ['projects.list']],
    ['fault:none is:error', ['teams.get', 'GET /v1/userz']],
    ['path:/v1/teams', ['teams.list', 'teams.create', 'teams.get']],
    ['"On trial"', ['teams.create']],
    ['manage_roles is:denied', ['roles.create', 'can roles.create']],
    ['.*', []],
    ['op:(', []],
  ])('%s', (search, expected) => {
    expect(found(search)).toEqual(expected)
    expect(readFilter(search).problems).toEqual([])
  })
})

test.each([
  ['is:deneid', /is:deneid is unknown\. Did you mean denied\?/],
  ['status:nope', /must be a status, such as 403 or 4xx/],
  ['stauts:403', /stauts: is no key of a search\. Did you mean status\?/],
  ['op:', /op: needs a value/],
])('%s is said to be wrong, and leaves out nothing', (search, problem) => {
  expect(readFilter(search).problems).toEqual([expect.stringMatching(problem)])
  expect(found(search)).toEqual(all)
})

test.each([
  ['', 'is:'],
  ['is:d', 'is:denied'],
  ['is:denied op:teams.c', 'is:denied op:teams.create'],
  ['-as:', '-as:lead@acme.test'],
  ['rule:', 'rule:AD-04'],
])('after %s, %s is suggested', (search, expected) => {
  expect(suggestionsFor(search, requests)).toContain(expected)
})

test('questions of one person in a row are one line, which opens', () => {
  const questions = requests.filter(({ question }) => question)
  const [, second = questions[0]] = questions
  const three = [...questions, ...(second ? [{ ...second, id: 'req_3' }] : [])]
  const filter = readFilter('')
  expect(linesOf(three, filter, new Set())).toHaveLength(1)
  expect(linesOf(three, filter, new Set([three[0]?.id ?? '']))).toHaveLength(4)
  expect(linesOf(questions, filter, new Set())).toHaveLength(2)
})
