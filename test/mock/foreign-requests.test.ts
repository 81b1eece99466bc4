import { Request as NodeFetchRequest } from 'node-fetch'
import { createMock } from 'rolecall/mocks'
import { Request as UndiciRequest } from 'undici'
import { expect, test } from 'vitest'

const url = 'https://rolecall.test/v1/teams'

test.each([
  ['undici', UndiciRequest],
  ['node-fetch', NodeFetchRequest],
])('a mock answers a Request of the class that %s has', async (_, Foreign) => {
  const mock = createMock()
  const headers = {
    authorization: `Bearer ${mock.token('admin@acme.test')}`,
    'content-type': 'application/json',
  }
  const body = JSON.stringify({ key: 'quality', name: 'Qualität' })
  const request: object = new Foreign(url, { method: 'POST', headers, body })
  expect(request).not.toBeInstanceOf(Request)
  const answer: Response = await Reflect.apply(mock.fetch, undefined, [request])
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ key: 'quality', name: 'Qualität' })
  expect(mock.requests).toHaveLength(1)
})
