import { describe, expect, test } from 'vitest'
import { createMock, crowd } from '../../mocks/index.ts'
import { as, at, column } from './ask.ts'

const lead = as(createMock(), 'lead@acme.test')

const subject = { type: 'user', id: 'lead@acme.test' }
const resource = { type: 'project', id: 'churn' }
const action = { name: 'projects.get' }

const searches = {
  subject: { subject: { type: 'user' }, action, resource },
  resource: { subject, action, resource: { type: 'project' } },
  action: { subject, resource },
}

describe.each(Object.entries(searches))('the pages of a search for a %s', (kind, body) => {
  const search = async (page: object) => {
    const answer = await lead(`POST /access/v1/search/${kind}`, { ...body, page })
    const { results } = answer.body
    return {
      ...answer,
      count: Array.isArray(results) ? results.length : -1,
      results,
      token: at(answer.body, 'page', 'next_token'),
    }
  }

  test('go on with the limit of the first, which need not be repeated', async () => {
    const { token } = await search({ limit: 2 })
    const [again, without] = [await search({ token, limit: 2 }), await search({ token })]
    expect(without.count).toBeGreaterThan(0)
    expect(without.count).toBeLessThanOrEqual(2)
    expect(without.body).toEqual(again.body)
  })

  test('and with no other limit', async () => {
    const { token } = await search({ limit: 2 })
    const { status, body: problem } = await search({ token, limit: 3 })
    expect([status, problem.code]).toEqual([400, 'invalid_cursor'])
    expect(problem.detail).toBe(
      'page.limit is 3, but the page before had 2. Send that limit again, or leave it out.',
    )
  })

  test('hold nothing with a limit of 0, which tells whether there is anything', async () => {
    const none = await search({ limit: 0 })
    expect([none.status, none.results]).toEqual([200, []])
    expect(none.token).not.toBe('')
    const all = await search({})
    expect(all.count).toBeGreaterThan(0)
    expect((await search({ token: none.token })).results).toEqual(all.results)
    expect((await search({ token: none.token, limit: 0 })).body).toEqual(none.body)
    const one = await search({ token: none.token, limit: 1 })
    expect([one.status, one.body]).toEqual([200, (await search({ limit: 1 })).body])
  })

  test('are those of one search alone', async () => {
    const { token } = await search({ limit: 1 })
    for (const wrong of [`${String(token)}0`, String(token).replace('.1', '.2'), 'x', '.', 'a.b']) {
      const { status, body: problem } = await search({ token: wrong })
      expect([wrong, status, problem.code]).toEqual([wrong, 400, 'invalid_cursor'])
    }
    const other = { ...body, context: { time: 'later' }, page: { token } }
    expect((await lead(`POST /access/v1/search/${kind}`, other)).status).toBe(400)
  })

  test('may have a higher limit than a page has room for, which goes on with them', async () => {
    expect((await search({ limit: 1000 })).body).toEqual((await search({})).body)
    expect((await search({ limit: -1 })).status).toBe(400)
  })
})

test('a page has at most 200 results, and the next goes on with the limit of the first', async () => {
  const ask = as(createMock({ scenario: crowd({ users: 450, teams: 1 }) }), 'admin@acme.test')
  const search = async (page: object) => {
    const { body } = await ask('POST /access/v1/search/subject', {
      subject: { type: 'user' },
      action: { name: 'projects.list' },
      resource: { type: 'organization', id: 'current' },
      page,
    })
    return { ids: column({ data: body.results }, 'id'), token: at(body, 'page', 'next_token') }
  }
  const first = await search({ limit: 500 })
  const second = await search({ limit: 500, token: first.token })
  const third = await search({ token: second.token })
  const pages = [first, second, third].map(({ ids }) => ids)
  expect(pages.map(({ length }) => length)).toEqual([200, 200, expect.any(Number)])
  expect(new Set(pages.flat()).size).toBe(pages.flat().length)
  expect(third.token).toBe('')
  expect((await search({ limit: 200, token: first.token })).token).toBeUndefined()
})

test('a limit of 0 finds nothing where there is nothing', async () => {
  const nowhere = {
    ...searches.subject,
    resource: { type: 'planet', id: 'mars' },
    page: { limit: 0 },
  }
  const { status, body } = await lead('POST /access/v1/search/subject', nowhere)
  expect([status, body]).toEqual([200, { results: [], page: { next_token: '' } }])
})
