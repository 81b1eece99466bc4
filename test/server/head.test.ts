import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { setupServer } from 'msw/node'
import { describe, expect, test } from 'vitest'
import { start } from './start.ts'

/** Answers to HEAD, and its lines in the log, by every adapter. */
async function headOf(ask: typeof fetch, origin: string, mock: ReturnType<typeof createMock>) {
  const headers = { authorization: `Bearer ${mock.token('lead@acme.test')}` }
  const of = async (method: string, path: string) => {
    const response = await ask(`${origin}${path}`, { method, headers })
    return { status: response.status, text: await response.text(), response }
  }
  const got = await of('GET', '/v1/teams/support')
  const head = await of('HEAD', '/v1/teams/support')
  const missing = await of('HEAD', '/v1/teams/nothing')
  const logged = mock.requests.map(({ method, operation, args, status }) => [
    method,
    operation,
    args,
    status,
  ])
  return { got, head, missing, logged }
}

const logged = [
  ['GET', 'teams.get', ['support'], 200],
  ['HEAD', 'teams.get', ['support'], 200],
  ['HEAD', 'teams.get', ['nothing'], 404],
]

describe('HEAD is answered like GET without the body, and logged as HEAD', () => {
  test('in process', async () => {
    const mock = createMock()
    const answered = await headOf(mock.fetch, 'https://rolecall.test', mock)
    expect(answered.head).toMatchObject({ status: 200, text: '' })
    expect(answered.missing).toMatchObject({ status: 404, text: '' })
    expect(answered.logged).toEqual(logged)
  })

  test('on a port, with the length of the GET answer', async () => {
    const { mock, server } = await start()
    const { url } = server
    const { got, head, missing, logged: entries } = await headOf(fetch, url, mock)
    expect(head).toMatchObject({ status: 200, text: '' })
    expect(missing).toMatchObject({ status: 404, text: '' })
    const lengthOf = ({ response }: typeof got) => response.headers.get('content-length')
    expect(lengthOf(head)).toBe(lengthOf(got))
    expect(Number(lengthOf(head))).toBe(got.text.length)
    expect(entries).toEqual(logged)
    const welcome = await fetch(url, { method: 'HEAD' })
    expect([welcome.status, await welcome.text()]).toEqual([200, ''])
  })

  test('through MSW', async () => {
    const mock = createMock()
    const baseUrl = 'https://platform.example'
    const server = setupServer(...handlers(mock, { baseUrl }))
    server.listen()
    try {
      const answered = await headOf(fetch, baseUrl, mock)
      expect(answered.head).toMatchObject({ status: 200, text: '' })
      expect(answered.logged).toEqual(logged)
    } finally {
      server.close()
    }
  })
})
