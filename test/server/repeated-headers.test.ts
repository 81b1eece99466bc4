import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { exchange, read } from './raw-request.ts'
import { start } from './start.ts'

test.each([
  ['admin@acme.test', 'lead@acme.test'],
  ['lead@acme.test', 'admin@acme.test'],
])('two Authorization headers, %s first, sign nobody in', async (first, second) => {
  const { mock, server } = await start()
  const lines = [first, second].map((email) => `Authorization: Bearer ${mock.token(email)}\r\n`)
  const sent = `GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${lines.join('')}\r\n`
  const { status, problem } = read(await exchange(server.port, sent))

  const own = createMock()
  const headers = new Headers()
  for (const email of [first, second]) headers.append('authorization', `Bearer ${own.token(email)}`)
  const inProcess = await own.fetch('/v1/me', { headers })

  expect(status).toBe(401)
  expect(inProcess.status).toBe(401)
  expect(problem).toMatchObject({ code: 'unauthenticated' })
})
