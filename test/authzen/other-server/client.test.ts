import { createClient } from 'rolecall'
import { expect, test } from 'vitest'
import { otherServer } from './other-server.ts'

const start = async () => {
  const { identifier, seen } = await otherServer()
  const client = createClient({ baseUrl: identifier, token: 'letmein', retries: 0 })
  return { identifier, seen, client, access: client.access }
}

const ada = { type: 'user', id: 'ada' }
const ben = { type: 'user', id: 'ben' }
const view = { name: 'view' }
const edit = { name: 'edit' }
const notes = { type: 'document', id: 'notes' }

test('an evaluation', async () => {
  const { access } = await start()
  expect(await access.evaluate({ subject: ada, action: edit, resource: notes })).toMatchObject({
    decision: true,
  })
  expect(await access.evaluate({ subject: ben, action: edit, resource: notes })).toMatchObject({
    decision: false,
    context: { reason_user: { 403: 'Ask your administrator' } },
  })
})

test('a batch', async () => {
  const { access } = await start()
  const evaluations = [{ action: view }, { action: edit }]
  expect(await access.evaluateAll({ subject: ben, resource: notes, evaluations })).toMatchObject({
    evaluations: [{ decision: true }, { decision: false }],
  })
})

test('the searches, page by page', async () => {
  const { access } = await start()
  const question = { subject: { type: 'user' }, action: view, resource: notes }
  const first = await access.searchSubjects({ ...question, page: { limit: 1 } })
  expect(first.results).toMatchObject([ada])
  const { next_token: token } = first.page
  const second = await access.searchSubjects({ ...question, page: { limit: 1, token } })
  expect([second.results[0]?.id, second.page.next_token]).toEqual(['ben', ''])

  const documents = { subject: ben, action: view, resource: { type: 'document' } }
  const { results } = await access.searchResources(documents)
  expect(results.map(({ id }) => id)).toEqual(['notes', 'plans'])
  const actions = await access.searchActions({ subject: ada, resource: notes })
  expect(actions.results).toEqual([view, edit])
})

test('requests are JSON, with the token and an identifier if one is given', async () => {
  const { access, seen } = await start()
  const headers = { 'X-Request-ID': 'mine' }
  await access.evaluate({ subject: ada, action: view, resource: notes }, { headers })
  expect(seen).toMatchObject([
    {
      method: 'POST',
      path: '/tenant1/access/v1/evaluation',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer letmein',
        'x-request-id': 'mine',
      },
    },
  ])
})

test('errors whose bodies are text', async () => {
  const { identifier, access } = await start()
  const nameless = { type: 'document', id: 'boom' }
  await expect(
    access.evaluate({ subject: ada, action: view, resource: nameless }),
  ).rejects.toMatchObject({ name: 'ServerError', status: 500 })
  const stranger = createClient({ baseUrl: identifier, token: 'wrong', retries: 0 })
  await expect(
    stranger.access.evaluate({ subject: ada, action: view, resource: notes }),
  ).rejects.toMatchObject({ name: 'AuthenticationError', status: 401 })
  const incomplete: object = { subject: ada, action: view }
  await expect(
    access.evaluate(Object.assign({ resource: notes }, incomplete, { resource: undefined })),
  ).rejects.toMatchObject({ name: 'BadRequestError', status: 400 })
})
