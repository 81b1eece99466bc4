import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, at } from './ask.ts'

const mock = createMock()
const lead = as(mock, 'lead@acme.test')

const subject = { type: 'user', id: 'me' }
const resource = { type: 'organization', id: 'current' }
const top = { subject, action: { name: 'roles.list' }, resource }

const batch = (body: object, by = lead) => by('POST /access/v1/evaluations', body)

const fault = (message: string) => ({
  decision: false,
  context: { error: { status: 400, message } },
})

describe('a question of a batch that can’t be read has its error at its place', () => {
  const { resource: _, ...withoutResource } = top
  test.each([
    ['lacks a part', {}, withoutResource, 'resource is missing.'],
    ['lacks an id', { resource: { type: 'team' } }, top, 'resource.id is missing.'],
    ['has a text for an object', { subject: 'alice' }, top, 'subject must be an object.'],
    ['has a number for a text', { action: { name: 1 } }, top, 'action.name must be text.'],
    ['has null for an object', { resource: null }, top, 'resource must be an object.'],
    ['is no object', 'alice', top, 'The question must be an object.'],
    ['is a list', [], top, 'The question must be an object.'],
    ['has a wrong default', {}, { ...top, resource: {} }, 'resource.type is missing. resource.id'],
    [
      'asks for reasons',
      { ...top, subject: {}, context: { rolecall: { explain: true } } },
      top,
      '',
    ],
    ['has our context wrong', { context: { rolecall: 1 } }, top, 'context.rolecall must be an'],
  ])('if it %s', async (__, item, defaults, message) => {
    const { status, body } = await batch({ ...defaults, evaluations: [top, item, top] })
    expect(status).toBe(200)
    expect(body.evaluations).toEqual([
      { decision: true },
      fault(expect.stringContaining(message)),
      { decision: true },
    ])
  })

  test('whoever’s default is wrong: only the questions that use it are', async () => {
    const evaluations = [{ resource }, { resource }, {}]
    const { status, body } = await batch({ ...top, resource: {}, context: {}, evaluations })
    expect(status).toBe(200)
    expect(body.evaluations).toMatchObject([
      { decision: true },
      { decision: true },
      fault(expect.anything()),
    ])
  })

  test.each([
    ['deny_on_first_deny', [{ decision: true }, fault('subject.id is missing.')]],
    ['permit_on_first_permit', [{ decision: true }]],
    ['execute_all', [{ decision: true }, fault('subject.id is missing.'), { decision: true }]],
  ])('which counts as a denial: %s', async (evaluations_semantic, answers) => {
    const evaluations = [{}, { subject: { type: 'user' } }, {}]
    const { body } = await batch({ ...top, evaluations, options: { evaluations_semantic } })
    expect(body.evaluations).toEqual(answers)
  })

  test('an enforcement point that asks about itself has it too', async () => {
    const { access } = mock.client({ enforcementPoint: true })
    const about = { ...top, subject: { type: 'user', id: 'lead@acme.test' } }
    const { evaluations = [] } = await access.evaluateAll({ evaluations: [about, top] })
    expect(evaluations).toMatchObject([
      { decision: true },
      fault(expect.stringContaining('subject.id is "me", but an enforcement point is not a user.')),
    ])
  })
})

describe('the whole request is refused', () => {
  test.each([
    ['questions that are no list', { ...top, evaluations: {} }, '/evaluations'],
    [
      'more than 100',
      { ...top, evaluations: Array.from({ length: 101 }, () => ({})) },
      '/evaluations',
    ],
    ['wrong options', { ...top, evaluations: [{}], options: 1 }, '/options'],
    ['the only question', { ...top, subject: {} }, '/subject/type'],
    [
      'the only question of an empty batch',
      { ...top, subject: {}, evaluations: [] },
      '/subject/type',
    ],
  ])('for %s', async (_, body, pointer) => {
    const { status, body: problem } = await batch(body)
    expect([status, problem.code]).toEqual([400, 'invalid_request'])
    expect(at(problem, 'errors', 0, 'pointer')).toBe(pointer)
  })
})

test('the log tells the questions that were read', async () => {
  await batch({ ...top, evaluations: [{ subject: 1 }, {}] })
  expect(mock.requests.at(-1)).toMatchObject({
    questions: [{ action: 'roles.list' }],
    decisions: [{ allowed: true }],
  })
})

describe('the subject of a batch is that of its questions', () => {
  const scientist = as(mock, 'scientist@acme.test')
  const other = { type: 'user', id: 'watcher@acme.test' }

  test('so a default that no question uses needs no right', async () => {
    const { status, body } = await batch(
      { ...top, action: { name: 'users.me' }, subject: other, evaluations: [{ subject }] },
      scientist,
    )
    expect([status, body.evaluations]).toEqual([200, [{ decision: true }]])
  })

  test('and one that a question uses does', async () => {
    const evaluations = [{ subject }, {}]
    const { status } = await batch({ ...top, subject: other, evaluations }, scientist)
    expect(status).toBe(403)
  })
})

test('client.can tells the error of its question, and the answers of the others', async () => {
  const client = mock.client({ as: 'lead@acme.test' })
  const [wrong, right] = await client.can.all([['teams.get', 'x'.repeat(300)], ['teams.list']])
  expect(wrong).toMatchObject({
    allowed: false,
    outcome: 'no',
    text: 'resource.id must have at most 254 characters.',
  })
  expect(right).toMatchObject({ allowed: true })
})
