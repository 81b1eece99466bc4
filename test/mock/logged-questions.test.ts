import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import type { EvaluationsRequest } from '../../src/index.ts'

const subject = { type: 'user', id: 'me' }
const resource = { type: 'organization', id: 'current' }

function start() {
  const mock = createMock()
  const { access } = mock.client({ as: 'lead@acme.test' })
  const asked = async (request: EvaluationsRequest) => {
    await access.evaluateAll(request)
    return mock.requests.at(-1)
  }
  return { mock, asked }
}

test('the defaults at the top of a batch are part of each question', async () => {
  const { asked } = start()
  const evaluations = [{ action: { name: 'users.list' } }, { action: { name: 'teams.list' } }]
  const entry = await asked({ subject, resource, evaluations })
  expect(entry?.questions).toEqual([
    { subject, resource, action: 'users.list' },
    { subject, resource, action: 'teams.list' },
  ])
})

test('a batch without evaluations is one question', async () => {
  const { asked } = start()
  const entry = await asked({ subject, resource, action: { name: 'users.list' } })
  expect(entry?.question).toEqual({ subject, resource, action: 'users.list' })
  expect(entry?.decision).toMatchObject({ action: 'users.list', allowed: true })
  expect(entry).not.toHaveProperty('questions')
})

test('a batch of one is a list of one', async () => {
  const { asked } = start()
  const evaluations = [{ action: { name: 'users.list' } }]
  const entry = await asked({ subject, resource, evaluations })
  expect([entry?.questions?.length, entry?.decisions?.length]).toEqual([1, 1])
})

test('questions after the answer that ends the batch are left out', async () => {
  const { asked } = start()
  const evaluations = ['teams.create', 'users.list'].map((name) => ({ action: { name } }))
  const options = { evaluations_semantic: 'deny_on_first_deny' as const }
  const entry = await asked({ subject, resource, evaluations, options })
  expect(entry?.questions?.map(({ action }) => action)).toEqual(['teams.create'])
  expect(entry?.decisions).toHaveLength(1)
})

test('a long batch keeps its questions, without their long arguments', async () => {
  const { asked } = start()
  const question = (name: string) => ({
    action: { name: 'teams.create' },
    context: { rolecall: { args: [{ key: 'new', name }] } },
  })
  const evaluations = [question('x'.repeat(10_000)), question('short')]
  const entry = await asked({ subject, resource, evaluations })
  expect(entry).not.toHaveProperty('body')
  expect(entry?.questions).toEqual([
    { subject, resource, action: 'teams.create' },
    { subject, resource, action: 'teams.create', args: [{ key: 'new', name: 'short' }] },
  ])
})

test('a question holds no token', async () => {
  const { mock } = start()
  const token = mock.token('lead@acme.test')
  await mock.client({ as: 'lead@acme.test' }).can('teams.create', { key: 'new', name: token })
  const entry = mock.requests.at(-1)
  expect(entry?.question?.args).toEqual([{ key: 'new', name: '[token]' }])
  expect(JSON.stringify(entry)).not.toContain(token)
})
