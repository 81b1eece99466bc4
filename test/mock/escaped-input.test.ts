import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, at } from './ask.ts'

const ask = as(createMock(), 'admin@acme.test')

describe('messages escape terminal control characters of the request', () => {
  const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/u
  const sign = '\u202e\u009b31m\ufeff'
  const sent = encodeURIComponent(sign)
  const about = { id: sign, type: sign }

  test.each<[string, string, unknown]>([
    ['a path argument', `GET /v1/users/${sent}`, undefined],
    ['a path', `GET /v1/${sent}`, undefined],
    ['a query', `GET /v1/users?team=${sent}`, undefined],
    ['a name in a query', `GET /v1/users?${sent}=1`, undefined],
    ['a member', 'POST /v1/teams', { key: 'x', [sign]: 1 }],
    ['a permission', 'POST /v1/roles', { key: 'x', permissions: [sign] }],
    ['a team', 'PATCH /v1/users/lead@acme.test', { teams: { [sign]: true } }],
    ['a duplicate name', 'POST /v1/teams', `{"${sign}":1,"${sign}":2}`],
    ['a member of a control path', 'POST /__mock/reset', { [sign]: 1 }],
    ['a user who signs in', 'POST /__mock/sessions', { user: sign }],
  ])('%s', async (_, line, body) => {
    const { status, body: problem } = await ask(line, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(at(problem, 'detail')).not.toMatch(hidden)
    expect(at(problem, 'detail')).toMatch(/\\u202e|%E2%80%AE/)
    expect(at(problem, 'errors', 0, 'message') ?? '').not.toMatch(hidden)
  })

  test.each([
    ['a subject', { subject: about, action: { name: 'roles.list' } }],
    ['a resource', { subject: { type: 'user', id: 'me' }, action: { name: 'roles.list' } }],
    ['an action', { subject: { type: 'user', id: 'me' }, action: { name: sign } }],
  ])('%s of a question', async (what, question) => {
    const resource = what === 'a resource' ? about : { type: 'organization', id: 'current' }
    const asked = { ...question, resource, context: { rolecall: { explain: true } } }
    const { body } = await ask('POST /access/v1/evaluation', asked)
    expect(at(body, 'context', 'text')).toMatch(/\\u202e/)
    expect(at(body, 'context', 'text')).not.toMatch(hidden)
  })
})
