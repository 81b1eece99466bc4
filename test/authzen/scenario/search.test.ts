import { expect, test } from 'vitest'
import { at } from '../../mock/ask.ts'
import type { Endpoint } from '../pdp.ts'
import { check } from './checks.ts'
import { admin, alice, archived, bob, context, first, read, second, write } from './fixture.ts'
import { serveFixture } from './pdp.ts'

const pdp = serveFixture()

const resultsOf = async (endpoint: Endpoint, question: object) =>
  at(await pdp.bodyOf(endpoint, question), 'results')

const finds = async (endpoint: Endpoint, question: object, ...results: readonly object[]) => {
  expect(await resultsOf(endpoint, question), JSON.stringify(question)).toEqual(results)
}

const forSubjects = { subject: { type: 'user' }, action: read, resource: first }
const forResources = { subject: alice, action: read, resource: { type: 'record' } }
const forActions = { subject: alice, resource: first }

test(check('c-1-5'), async () => {
  await finds('search/subject', forSubjects, alice, bob)
  await finds('search/resource', forResources, first, second)
  await finds('search/action', forActions, read, write)
  await finds('search/subject', { ...forSubjects, action: write, resource: archived }, bob)
  const toWrite = { ...forResources, subject: admin, action: write }
  await finds('search/resource', toWrite, second)
  await finds('search/action', { subject: admin, resource: archived }, read, write)
})

test(check('c-4-1'), async () => {
  await finds('search/subject', forSubjects, alice, bob)
  await finds('search/resource', forResources, first, second)
  await finds('search/action', forActions, read, write)
})

test(check('c-4-2-1'), () => finds('search/subject', forSubjects, alice, bob))
test(check('c-4-2-2'), () => finds('search/subject', { ...forSubjects, context }, alice, bob))
test(check('c-4-2-3'), () =>
  finds('search/subject', { ...forSubjects, subject: alice }, alice, bob),
)
test(check('c-4-2-4'), () =>
  finds('search/subject', { ...forSubjects, action: write, resource: archived }, bob),
)

test(check('c-4-3-1'), () => finds('search/resource', forResources, first, second))
test(check('c-4-3-2'), () => finds('search/resource', { ...forResources, context }, first, second))
test(check('c-4-3-3'), () =>
  finds('search/resource', { ...forResources, resource: first }, first, second),
)
test(check('c-4-3-4'), () =>
  finds('search/resource', { ...forResources, subject: admin, action: write }, second),
)

test(check('c-4-4-1'), () => finds('search/action', forActions, read, write))
test(check('c-4-4-2'), () => finds('search/action', { ...forActions, context }, read, write))
test(check('c-4-4-3'), () =>
  finds('search/action', { subject: admin, resource: archived }, read, write),
)

test(check('c-4-5-1'), async () => {
  const body = await pdp.bodyOf('search/subject', { ...forSubjects, page: { limit: 1 } })
  expect(body).toEqual({
    results: [alice],
    page: expect.objectContaining({ next_token: expect.stringMatching(/./) }),
  })
})

test(check('c-4-5-2'), async () => {
  const body = await pdp.bodyOf('search/subject', { ...forSubjects, page: { limit: 1 } })
  const token = at(body, 'page', 'next_token')
  expect(await pdp.bodyOf('search/subject', { ...forSubjects, page: { token } })).toEqual({
    results: [bob],
    page: expect.objectContaining({ next_token: '' }),
  })
})

test(check('c-4-5-3'), async () => {
  for (const page of [{}, { limit: 1 }, { limit: 2 }]) {
    const body = await pdp.bodyOf('search/subject', { ...forSubjects, page })
    const { next_token, count, total, properties } = Object(at(body, 'page'))
    expect(next_token).toBeTypeOf('string')
    for (const number of [count, total]) expect(['number', 'undefined']).toContain(typeof number)
    expect(['object', 'undefined']).toContain(typeof properties)
  }
})

test(check('c-4-5-4'), async () => {
  const body = await pdp.bodyOf('search/subject', { ...forSubjects, page: { sort: 'name' } })
  expect(body).toEqual({
    results: [alice, bob],
    page: expect.objectContaining({ next_token: '' }),
  })
})

const nobody = { type: 'user', id: 'nonexistent-user' }
const nothing = { type: 'record', id: 'nonexistent-record' }
const ship = { type: 'spaceship', id: '1' }

test(check('c-4-6-1'), async () => {
  await finds('search/action', { ...forActions, subject: nobody })
  await finds('search/action', { ...forActions, resource: nothing })
  await finds('search/subject', { ...forSubjects, resource: nothing })
  await finds('search/resource', { ...forResources, subject: nobody })
  await finds('search/subject', { ...forSubjects, action: { name: 'nonexistent-action' } })
})

test(check('c-4-6-2'), async () => {
  await finds('search/subject', { ...forSubjects, subject: { type: 'spaceship' } })
  await finds('search/subject', { ...forSubjects, resource: ship })
  await finds('search/resource', { ...forResources, resource: { type: 'spaceship' } })
  await finds('search/resource', { ...forResources, subject: ship })
  await finds('search/action', { ...forActions, subject: ship })
  await finds('search/action', { ...forActions, resource: ship })
})

const refuses = async (endpoint: Endpoint, question: object) => {
  const { status } = await pdp.ask(endpoint, question)
  expect(status, JSON.stringify(question)).toBe(400)
}

test(check('c-4-7-1'), async () => {
  await refuses('search/subject', { subject: { type: 'user' }, resource: first })
  await refuses('search/resource', { action: read, resource: { type: 'record' } })
  await refuses('search/action', { subject: alice })
})

test(check('c-4-7-2'), async () => {
  const open = { subject: { type: 'user' }, action: read, resource: { type: 'record' } }
  await refuses('search/subject', open)
  await refuses('search/resource', open)
  await refuses('search/action', { subject: { type: 'user' }, resource: first })
})
