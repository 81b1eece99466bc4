import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { type EvaluationRequest, PermissionDeniedError } from '../../src/index.ts'
import { as } from './ask.ts'

const lead = 'lead@acme.test'
const organization = { type: 'organization', id: 'current' }
const user = (name: string) => ({ type: 'user', id: `${name}@acme.test` })

/** Answers to Lead, who may list users and gets a 404 for the project `archive`. */
async function answerOf(path: string, body: object): Promise<string> {
  const { status, body: answer } = await as(createMock(), lead)(`POST /access/v1/${path}`, body)
  expect(status).toBe(200)
  return JSON.stringify(answer)
}

/** Answers about the hidden project and about a missing one differ in the key alone. */
async function expectNoDifference(path: string, body: (key: string) => object): Promise<string> {
  const hidden = await answerOf(path, body('archive'))
  const nothing = await answerOf(path, body('nowhere'))
  expect(hidden.replaceAll('archive', '…')).toBe(nothing.replaceAll('nowhere', '…'))
  return hidden
}

const project = (id: string) => ({ type: 'project', id })
const archivist = user('archivist')

describe('in questions about others, a resource hidden from the asker does not exist', () => {
  test.each([
    ['an operation', { name: 'projects.get' }],
    ['a permission', { name: 'use_case:read' }],
  ])('evaluate on %s', async (_, action) => {
    for (const explain of [true, false]) {
      const answer = await expectNoDifference('evaluation', (key) => ({
        subject: archivist,
        action,
        resource: project(key),
        context: { rolecall: { explain } },
      }))
      expect(answer).toContain('"decision":false')
    }
  })

  test.each([
    ['the path', 'projects.update', (key: string) => [key, { name: 'Other' }]],
    [
      'the body',
      'artifacts.create',
      (key: string) => [{ kind: 'dataset', name: 'a', project: key }],
    ],
    ['a query', 'artifacts.list', (key: string) => [{ project: key }]],
    ['a new key', 'projects.create', (key: string) => [{ key, team: 'legacy' }]],
    [
      'a question',
      'access.evaluate',
      (key: string) => [
        {
          subject: { type: 'user', id: 'me' },
          action: { name: 'projects.get' },
          resource: project(key),
        },
      ],
    ],
  ] as const)('evaluate with arguments that name it in %s', async (_, name, args) => {
    await expectNoDifference('evaluation', (key) => ({
      subject: archivist,
      action: { name },
      resource: organization,
      context: { rolecall: { explain: true, args: args(key) } },
    }))
  })

  test('a batch whose questions take the resource from the top', async () => {
    await expectNoDifference('evaluations', (key) => ({
      resource: project(key),
      action: { name: 'projects.get' },
      context: { rolecall: { explain: true } },
      evaluations: [{ subject: archivist }, { subject: user('admin') }, { subject: user('lead') }],
    }))
  })

  test('searchSubjects', async () => {
    const answer = await expectNoDifference('search/subject', (key) => ({
      subject: { type: 'user' },
      action: { name: 'projects.get' },
      resource: project(key),
    }))
    expect(answer).toContain('"results":[]')
    await expectNoDifference('search/subject', (key) => ({
      subject: { type: 'user' },
      action: { name: 'projects.update' },
      resource: organization,
      context: { rolecall: { args: [key, { name: 'Other' }] } },
    }))
  })

  test('searchActions', async () => {
    await expectNoDifference('search/action', (key) => ({
      subject: archivist,
      resource: project(key),
      context: { rolecall: { outcomes: true } },
    }))
  })

  test('searchResources finds only resources that the asker could get', async () => {
    const mock = createMock()
    const client = mock.client({ as: lead })
    const mine = new Set((await client.projects.list({ limit: 200 })).data.map(({ key }) => key))
    for (const { email } of mock.users()) {
      const { results } = await client.access.searchResources({
        subject: { type: 'user', id: email },
        action: { name: 'projects.get' },
        resource: { type: 'project' },
      })
      expect(results.filter(({ id }) => !mine.has(id))).toEqual([])
    }
  })

  test('the matrix', async () => {
    const ask = as(createMock(), lead)
    const of = async (key: string) =>
      JSON.stringify(
        (await ask(`GET /v1/policy/matrix?resourceType=project&resourceId=${key}`)).body,
      ).replaceAll(key, '…')
    const withoutId = (text: string) => text.replace(/req_\w+/, '')
    expect(withoutId(await of('archive'))).toBe(withoutId(await of('nowhere')))
  })
})

describe('without the right to list users', () => {
  test('access.* does not reveal who exists', async () => {
    const ask = as(createMock(), 'scientist@acme.test')
    const about = (id: string): EvaluationRequest => ({
      subject: { type: 'user', id },
      action: { name: 'roles.list' },
      resource: organization,
    })
    for (const path of ['evaluation', 'search/action', 'search/resource']) {
      const known = await ask(`POST /access/v1/${path}`, about('watcher@acme.test'))
      const unknown = await ask(`POST /access/v1/${path}`, about('nobody@acme.test'))
      expect(known.status).toBe(403)
      const text = (body: object) => JSON.stringify({ ...body, instance: '' })
      expect(text(unknown.body)).toBe(text(known.body))
    }
  })
})

test('nor does a token exist for a caller who may list users but not get it', async () => {
  const mock = createMock({ policy: 'superannotate' })
  const [token] = (await mock.client({ as: 'admin@acme.test' }).tokens.list()).data
  const id = token?.id ?? ''
  const asker = mock.client({ as: 'plain@acme.test' })
  expect((await asker.users.list()).data.length).toBeGreaterThan(1)
  await expect(asker.tokens.get(id)).rejects.toThrow(PermissionDeniedError)
  const question = (name: string) => ({
    subject: user('admin'),
    action: { name: 'tokens.revoke' },
    resource: { type: 'token', id: name },
    context: { rolecall: { explain: true, args: [name] } },
  })
  const told = JSON.stringify(await asker.access.evaluate(question(id)))
  const nothing = JSON.stringify(await asker.access.evaluate(question('tok_nothing')))
  expect(told.replaceAll(id, '…')).toBe(nothing.replaceAll('tok_nothing', '…'))
  const { results } = await asker.access.searchResources(question(id))
  expect(results).toEqual([])
})
