import { expect, test } from 'vitest'
import { servePdp } from '../pdp.ts'
import { check } from './checks.ts'
import { alice, fixture, first, question } from './fixture.ts'

const pdp = servePdp(fixture)

const requests = [
  ['evaluation', question],
  ['evaluations', { evaluations: [question] }],
  ['search/subject', { ...question, subject: { type: 'user' } }],
  ['search/resource', { ...question, resource: { type: 'record' } }],
  ['search/action', { subject: alice, resource: first }],
] as const

test(check('c-5-1'), async () => {
  for (const [endpoint, body] of requests) {
    const type = 'application/json; charset=utf-8'
    const { status } = await pdp.ask(endpoint, body, { 'content-type': type })
    expect(status).toBe(200)
  }
})

test(check('c-5-2'), async () => {
  for (const [endpoint, body] of requests) {
    const { status, headers } = await pdp.ask(endpoint, body)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
  }
})

test(check('c-5-3'), async () => {
  for (const [endpoint] of requests) {
    expect((await pdp.ask(endpoint, {})).status, endpoint).toBe(400)
  }
})

test(check('c-5-4'), async () => {
  for (const [endpoint, body] of requests) {
    const { headers } = await pdp.ask(endpoint, body, { 'X-Request-ID': 'one of ours: 1' })
    expect(headers.get('X-Request-ID')).toBe('one of ours: 1')
  }
})

test(check('c-5-5'), async () => {
  for (const [endpoint, body] of requests) {
    const plain = await pdp.ask(endpoint, body)
    const more = await pdp.ask(endpoint, { ...body, foo: 'bar', future: [{}] })
    expect(more.body).toEqual(plain.body)
  }
})
