import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, column } from './ask.ts'

const lead = as(createMock(), 'lead@acme.test')

const question = {
  subject: { type: 'user', id: 'me' },
  action: { name: 'roles.create' },
  resource: { type: 'organization', id: 'current' },
}

const searches = {
  'POST /access/v1/evaluation': question,
  'POST /access/v1/evaluations': { ...question, evaluations: [{}, { action: { name: 'x' } }] },
  'POST /access/v1/search/subject': { ...question, action: { name: 'users.me' } },
  'POST /access/v1/search/resource': { ...question, resource: { type: 'team' } },
  'POST /access/v1/search/action': question,
}

describe('the context of a question is the caller’s own', () => {
  for (const [line, body] of Object.entries(searches)) {
    for (const value of [true, 'all', 7, [{ key: 'new' }], { deep: [null] }, null]) {
      test(`${line} ignores ${JSON.stringify(value)} under any name but ours`, async () => {
        const own = { args: value, explain: value, outcomes: value, time: value, ip: value }
        const [plain, withOwn] = [
          await lead(line, body),
          await lead(line, { ...body, context: own }),
        ]
        expect(withOwn.status).toBe(200)
        expect(withOwn.body).toEqual(plain.body)
      })
    }
  }

  test('ours counts beside the caller’s', async () => {
    const rolecall = { explain: true, args: [{ key: 'new', permissions: [] }] }
    const context = { rolecall, explain: 'never', args: 'mine' }
    const { status, body } = await lead('POST /access/v1/evaluation', { ...question, context })
    expect(status).toBe(200)
    expect(body).toMatchObject({ decision: false, context: { rule: 'AD-04' } })
  })

  test.each([
    ['all', '/context/rolecall'],
    [{ args: 'all' }, '/context/rolecall/args'],
    [{ explain: 'all' }, '/context/rolecall/explain'],
    [{ outcomes: 1 }, '/context/rolecall/outcomes'],
    [{ explian: true }, '/context/rolecall/explian'],
  ])('of ours, %j is refused, at its place', async (rolecall, pointer) => {
    const asked = { ...question, context: { rolecall } }
    const { status, body } = await lead('POST /access/v1/evaluation', asked)
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect(column({ data: body.errors }, 'pointer')).toEqual([pointer])
  })
})
