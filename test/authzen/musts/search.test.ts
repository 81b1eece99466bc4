import { expect, test } from 'vitest'
import { type Endpoint, servePdp } from '../pdp.ts'
import { at, column } from '../../mock/ask.ts'
import { must } from './must.ts'
import type { MustId } from './musts.ts'
import { allowed, denied, resource, subject, without } from './question.ts'

const pdp = servePdp()

const search = async (endpoint: Endpoint, question: unknown) => {
  const { status, body } = await pdp.ask(endpoint, question)
  expect(status, JSON.stringify(body)).toBe(200)
  const results = at(body, 'results')
  return {
    results: Array.isArray(results) ? results : [],
    names: column({ data: results }, endpoint === 'search/action' ? 'name' : 'id'),
    types: column({ data: results }, 'type'),
    page: at(body, 'page'),
    token: at(body, 'page', 'next_token'),
  }
}

const forSubjects = { subject: { type: 'user' }, action: allowed, resource }
const forResources = { subject, action: { name: 'projects.get' }, resource: { type: 'project' } }
const forActions = { subject, resource }

const searches = [
  ['search/subject', forSubjects],
  ['search/resource', forResources],
  ['search/action', forActions],
] as const

test(must('M-13'), async () => {
  for (const [endpoint, question] of searches) {
    const { results, token } = await search(endpoint, { ...question, page: { limit: 1 } })
    expect(results).toHaveLength(1)
    expect(token).toEqual(expect.stringMatching(/./))
  }
})

test(must('M-14'), async () => {
  for (const [endpoint, question] of searches) {
    const { token } = await search(endpoint, { ...question, page: { limit: 1 } })
    const page = { token, limit: 1 }
    for (const other of [
      { ...question, page, subject: { ...question.subject, properties: { other: true } } },
      { ...question, page, context: { time: 'noon' } },
      { ...question, page: { ...page, limit: 2 } },
    ]) {
      const { status, body } = await pdp.ask(endpoint, other)
      expect([status, at(body, 'code')], JSON.stringify(other)).toEqual([400, 'invalid_cursor'])
    }
  }
})

test(must('M-15'), async () => {
  for (const [endpoint, question] of searches) {
    const all = await search(endpoint, question)
    const first = await search(endpoint, { ...question, page: { limit: 2 } })
    const kept = { ...question, page: { limit: 2, token: first.token } }
    const second = await search(endpoint, kept)
    expect([...first.names, ...second.names]).toEqual(all.names.slice(0, 4))
    // As the standard's own example does, the limit may be left out: it stays as it was.
    const omitted = await search(endpoint, { ...question, page: { token: first.token } })
    expect(omitted.names).toEqual(second.names)

    const properties = { sort: 'name' }
    const sorted = await search(endpoint, { ...question, page: { limit: 2, properties } })
    const page = { limit: 2, token: sorted.token }
    expect((await search(endpoint, { ...question, page: { ...page, properties } })).names).toEqual(
      second.names,
    )
    for (const other of [
      page,
      { ...page, properties: { sort: 'id' } },
      { ...kept.page, properties },
    ]) {
      const { status, body } = await pdp.ask(endpoint, { ...question, page: other })
      expect([status, at(body, 'code')], JSON.stringify(other)).toEqual([400, 'invalid_cursor'])
    }
  }
})

const pageKeys = ['next_token', 'count', 'total', 'properties']

test(must('M-16'), async () => {
  for (const [endpoint, question] of searches) {
    const { page } = await search(endpoint, { ...question, page: { limit: 1, sort: 'name' } })
    for (const key of Object.keys(page ?? {})) expect(pageKeys).toContain(key)
  }
  const { body } = await pdp.send('/.well-known/authzen-configuration')
  expect(body).not.toHaveProperty('capabilities')
})

test(must('M-17'), async () => {
  for (const [endpoint, question] of searches) {
    for (const limit of [0, 1]) {
      const { results, page } = await search(endpoint, { ...question, page: { limit } })
      expect(results).toHaveLength(limit)
      expect(page).toEqual(expect.objectContaining({ next_token: expect.stringMatching(/./) }))
    }
  }
})

test(must('M-18'), async () => {
  for (const [endpoint, question] of searches) {
    let page: object = { limit: 3 }
    for (let turns = 0; turns < 100; turns += 1) {
      const { token } = await search(endpoint, { ...question, page })
      expect(token).toBeTypeOf('string')
      if (token === '') break
      page = { limit: 3, token }
    }
    expect((await search(endpoint, { ...question, page })).token).toBe('')
  }
})

test(must('M-19'), async () => {
  expect(new Set((await search('search/subject', forSubjects)).types)).toEqual(new Set(['user']))
  const resources = await search('search/resource', forResources)
  expect(new Set(resources.types)).toEqual(new Set(['project']))
  const { names } = await search('search/action', forActions)
  for (const name of names) expect(name).toBeTypeOf('string')
  expect(names).toContain(allowed.name)
  const none = { ...forResources, subject: { type: 'spaceship', id: '1' } }
  expect((await search('search/resource', none)).results).toEqual([])
})

/** Requires a 400, with its place, for the search without a part, and without each of its keys. */
const needs = (
  id: MustId,
  endpoint: Endpoint,
  question: { readonly [part: string]: object },
  part: string,
  keys: readonly string[],
) => {
  test(must(id), async () => {
    const whole = question[part] ?? {}
    for (const key of ['', ...keys]) {
      const faulty =
        key === '' ? without(question, part) : { ...question, [part]: without(whole, key) }
      const pointer = key === '' ? `/${part}` : `/${part}/${key}`
      expect(await pdp.ask(endpoint, faulty), pointer).toMatchObject({
        status: 400,
        body: { errors: [{ pointer }] },
      })
    }
  })
}

needs('M-20', 'search/subject', forSubjects, 'subject', ['type'])
needs('M-22', 'search/subject', forSubjects, 'action', ['name'])
needs('M-23', 'search/subject', forSubjects, 'resource', ['type', 'id'])
needs('M-24', 'search/resource', forResources, 'subject', ['type', 'id'])
needs('M-25', 'search/resource', forResources, 'action', ['name'])
needs('M-26', 'search/resource', forResources, 'resource', ['type'])
needs('M-28', 'search/action', forActions, 'subject', ['type', 'id'])
needs('M-29', 'search/action', forActions, 'resource', ['type', 'id'])

test(must('M-21'), async () => {
  const admins = { ...forSubjects, action: denied }
  const { names } = await search('search/subject', admins)
  for (const id of ['lead@acme.test', 'nobody@acme.test', '']) {
    const named = { ...admins, subject: { type: 'user', id } }
    expect((await search('search/subject', named)).names).toEqual(names)
  }
})

test(must('M-27'), async () => {
  const { names } = await search('search/resource', forResources)
  for (const id of ['churn', 'nowhere', '']) {
    const named = { ...forResources, resource: { type: 'project', id } }
    expect((await search('search/resource', named)).names).toEqual(names)
  }
})
