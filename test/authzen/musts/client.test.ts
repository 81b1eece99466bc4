import { createClient } from 'rolecall'
import { expect, test } from 'vitest'
import { accessOf } from '../../../docs/examples/authzen/access-of.ts'
import { otherServer } from '../other-server/other-server.ts'
import { must } from './must.ts'

const question = {
  subject: { type: 'user', id: 'ada' },
  action: { name: 'edit' },
  resource: { type: 'document', id: 'notes' },
}

const options = { token: 'letmein', retries: 0 }

/** A token with other values than those beside it. Nobody has signed it. */
const signed = [{ alg: 'none' }, { iss: 'x', access_evaluation_endpoint: 'https://evil.example' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.')

test.each([must('M-33'), must('M-41')])('%s', async () => {
  // The client does not support signed metadata: it uses none of its values.
  const server = await otherServer({ metadata: { signed_metadata: `${signed}.` } })
  const access = await accessOf(server.identifier, options)
  expect(await access.evaluate(question)).toMatchObject({ decision: true })
})

test(must('M-35'), async () => {
  const { identifier, seen } = await otherServer()
  await accessOf(identifier, options)
  expect(seen).toMatchObject([
    { method: 'GET', path: '/.well-known/authzen-configuration/tenant1' },
  ])
  // Whoever serves the metadata gets no token.
  expect(seen[0]?.headers).not.toHaveProperty('authorization')
})

test(must('M-38'), async () => {
  const { identifier } = await otherServer({ metadata: { future: [1], support: null } })
  const access = await accessOf(identifier, options)
  expect(await access.evaluate(question)).toMatchObject({ decision: true })
})

test(must('M-40'), async () => {
  const metadata = { policy_decision_point: 'https://pdp.example/tenant2' }
  const { identifier, seen } = await otherServer({ metadata })
  await expect(accessOf(identifier, options)).rejects.toThrow(
    `The metadata of ${identifier} is that of https://pdp.example/tenant2.`,
  )
  expect(seen).toHaveLength(1)
})

test(must('M-43'), async () => {
  const { identifier, seen } = await otherServer()
  await createClient({ ...options, baseUrl: identifier }).access.evaluate(question)
  expect(seen[0]?.headers['content-type']).toBe('application/json')
})

test(must('M-45'), async () => {
  const { identifier, seen } = await otherServer({ api: '/elsewhere/authz' })
  const access = await accessOf(identifier, options)
  await access.evaluate(question)
  await access.evaluateAll({ ...question, evaluations: [{}] })
  await access.searchSubjects({ ...question, subject: { type: 'user' } })
  await access.searchResources({ ...question, resource: { type: 'document' } })
  await access.searchActions({ subject: question.subject, resource: question.resource })
  const paths = ['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action']
  expect(seen.slice(1).map(({ path }) => path)).toEqual(
    paths.map((path) => `/elsewhere/authz/${path}`),
  )
  for (const { headers } of seen.slice(1)) expect(headers.authorization).toBe('Bearer letmein')
})

test('an endpoint that metadata does not name is below the identifier, and so is the metadata', async () => {
  const { identifier, seen } = await otherServer({
    metadata: {
      access_evaluation_endpoint: undefined,
      access_evaluations_endpoint: undefined,
      search_action_endpoint: undefined,
    },
  })
  const access = await accessOf(identifier, options)
  await access.configuration()
  await access.evaluate(question)
  await access.evaluateAll({ ...question, evaluations: [{}] })
  await access.searchSubjects({ ...question, subject: { type: 'user' } })
  await access.searchActions({ subject: question.subject, resource: question.resource })
  expect(seen.slice(1).map(({ path }) => path)).toEqual([
    '/.well-known/authzen-configuration/tenant1',
    '/tenant1/access/v1/evaluation',
    '/tenant1/access/v1/evaluations',
    '/tenant1/access/v1/search/subject',
    '/tenant1/access/v1/search/action',
  ])
})

test(must('M-48'), async () => {
  const { identifier } = await otherServer()
  const { access } = createClient({ ...options, baseUrl: identifier })
  expect(await access.evaluate(question)).toEqual({ decision: true, evaluatedBy: ['other'] })
})
