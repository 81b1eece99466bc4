import { APIError, createClient } from 'rolecall'
import { expect, test } from 'vitest'
import { startServer } from '../support/recording-server.ts'

test.each([
  [304, 'Not Modified'],
  [300, 'Multiple Choices'],
])('%d is no redirect, and not retried', async (status, text) => {
  const { origin, requests } = await startServer(() => ({ status, headers: { etag: '"v1"' } }))
  const client = createClient({ baseUrl: origin })
  const error = await client.roles
    .get('reviewer', { headers: { 'If-None-Match': '"v1"' } })
    .catch((thrown: unknown) => thrown)
  if (!(error instanceof APIError)) throw new Error('It is no APIError')
  expect(error).toMatchObject({
    status,
    code: 'unexpected_answer',
    message: `roles.get was answered ${status} ${text} with an empty body`,
  })
  expect(error.headers.get('etag')).toBe('"v1"')
  expect(requests).toHaveLength(1)
})
