import { getResponse } from 'msw'
import { createMock, type Mock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { textAt } from '../support/text-at.ts'
import { bytes, bom, role, question, refused, type Case } from './refused-bodies.ts'

type Send = (path: string, init: RequestInit) => Promise<Response>

/** Every way in which the bytes of a body reach a mock. */
const surfaces: Readonly<Record<string, (mock: Mock) => Promise<Send> | Send>> = {
  'in process': (mock) => (path, init) => mock.fetch(path, init),
  'through MSW': (mock) => {
    const baseUrl = 'https://platform.example'
    return async (path, init) => {
      const request = new Request(baseUrl + path, init)
      const response = await getResponse(handlers(mock, { baseUrl }), request)
      return response ?? Response.error()
    }
  },
  'on a port': async (mock) => {
    const server = await serve(mock, { port: 0 })
    onTestFinished(() => server.close())
    return (path, init) => fetch(server.url + path, init)
  },
}

describe.each(Object.entries(surfaces))('%s', (_, open) => {
  async function start() {
    const mock = createMock()
    const send = await open(mock)
    const authorization = `Bearer ${mock.token('admin@acme.test')}`
    const post = (path: string, { body, headers = {} }: Pick<Case, 'body' | 'headers'>) =>
      send(path, {
        method: 'POST',
        headers: { authorization, 'Content-Type': 'application/json', ...headers },
        body,
      })
    return { mock, post }
  }

  test.each(Object.entries(refused))('refuses %s', async (_name, make) => {
    const { mock, post } = await start()
    const before = mock.state
    for (const [path, right] of [
      ['/v1/roles', role],
      ['/access/v1/evaluation', question],
      ['/__mock/sessions', '{"user":"lead@acme.test"}'],
    ] as const) {
      const wrong = make(right)
      const answer = await post(path, wrong)
      const problem: unknown = await answer.json()
      // The AuthZEN standard has no 415.
      const standard = path.startsWith('/access/')
      const status = standard ? 400 : wrong.status
      const code =
        wrong.status === 400
          ? 'malformed_json'
          : standard
            ? 'invalid_request'
            : 'unsupported_media_type'
      expect(problem, path).toMatchObject({ status, code })
      expect(answer.status, path).toBe(status)
      expect(textAt(problem, 'detail'), path).toContain(wrong.detail)
      const wantsNoEncoding = status === 415 && wrong.headers?.['Content-Encoding'] !== undefined
      expect(answer.headers.get('accept-encoding'), path).toBe(wantsNoEncoding ? 'identity' : null)
    }
    expect(mock.state).toBe(before)
  })

  test('refuses an encoded empty body like any other, and accepts identity', async () => {
    const { mock, post } = await start()
    const before = mock.state
    const paths = ['/v1/roles', '/v1/teams', '/access/v1/evaluation', '/__mock/reset']
    for (const path of paths) {
      for (const type of ['application/json', 'text/plain']) {
        const headers = { 'Content-Encoding': 'br', 'Content-Type': type }
        const answer = await post(path, { body: bytes(), headers })
        const standard = path.startsWith('/access/')
        expect(await answer.json(), path).toMatchObject({
          status: standard ? 400 : 415,
          code: standard ? 'invalid_request' : 'unsupported_media_type',
          detail: 'Content-Encoding must be identity, not br. Send the body uncompressed.',
        })
        expect(answer.headers.get('accept-encoding'), path).toBe(standard ? null : 'identity')
      }
    }
    expect(mock.state).toBe(before)
    const headers = { 'Content-Encoding': 'identity' }
    const answer = await post('/v1/roles', { body: bytes(), headers })
    expect(await answer.json()).toMatchObject({ status: 400, code: 'malformed_json' })
    expect((await post('/__mock/reset', { body: bytes(), headers })).status).toBe(204)
  })

  test.each([
    ['a byte order mark', { body: bytes(bom, role) }],
    ['the charset', { body: bytes(role), type: 'application/json; charset=utf-8' }],
    [
      'the charset in capitals and quotes',
      { body: bytes(role), type: 'Application/JSON;Charset="UTF-8"' },
    ],
    ['a parameter that is no charset', { body: bytes(role), type: 'application/json; profile=x' }],
    ['the encoding identity', { body: bytes(role), encoding: 'identity' }],
    ['the encoding identity twice', { body: bytes(role), encoding: 'Identity, identity' }],
  ])(
    'accepts %s',
    async (
      _name,
      {
        body,
        type = 'application/json',
        encoding,
      }: {
        readonly body: Uint8Array<ArrayBuffer>
        readonly type?: string
        readonly encoding?: string
      },
    ) => {
      const { post } = await start()
      const headers = {
        'Content-Type': type,
        ...(encoding !== undefined && { 'Content-Encoding': encoding }),
      }
      const made = await post('/v1/roles', { body, headers })
      expect(made.status).toBe(201)
      expect(await made.json()).toMatchObject({ key: 'pruefer', name: 'Prüfer' })
    },
  )

  test('preserves every letter, and text that only looks wrong', async () => {
    const { post } = await start()
    const name = '\u{FFFD}\u{1F600} "k":1,"k":1 {[,'
    const body = bytes(JSON.stringify({ key: 'plain', name, permissions: [] }))
    expect(await (await post('/v1/roles', { body })).json()).toMatchObject({ name })
    const again = JSON.stringify([{ a: 1, b: { a: 1 } }, { a: 1 }]).replace(/^/, '{"x":') + '}'
    const asked = question.replace(/}$/, `,"context":${again}}`)
    expect((await post('/access/v1/evaluation', { body: bytes(asked) })).status).toBe(200)
  })

  test('reads a megabyte of one name, or of many names, once', async () => {
    const { post } = await start()
    const long = 'x'.repeat(900_000)
    const twice = await post('/v1/roles', {
      body: bytes(`{"${long}":1,"${long.slice(0, 100_000)}":2}`),
    })
    expect(twice.status).toBe(422)
    const names = Array.from({ length: 60_000 }, (_item, index) => `"${index}":0`).join(',')
    const many = await post('/v1/roles', { body: bytes(`{${names},"59999":1}`) })
    expect(await many.json()).toMatchObject({
      status: 400,
      detail: 'The body has "59999" twice in one object.',
    })
    const deep = await post('/v1/roles', {
      body: bytes('{"a":'.repeat(150_000), '1', '}'.repeat(150_000)),
    })
    expect(textAt(await deep.json(), 'detail')).toBe(
      'The body is nested more than 100 levels deep, at /a/a/a/a/a/a/a/a.',
    )
  })
})

test('refuses a lone surrogate in the text of fetch, instead of replacing it', async () => {
  const mock = createMock()
  const headers = {
    authorization: `Bearer ${mock.token('admin@acme.test')}`,
    'content-type': 'application/json',
  }
  const before = mock.state
  for (const path of ['/v1/roles', 'https://rolecall.test/v1/roles']) {
    const body = role.replace('Prüfer', '\u{D800}')
    for (const input of [path, new Request(`https://rolecall.test/v1/roles`)]) {
      const answer = await mock.fetch(input, { method: 'POST', headers, body })
      expect(await answer.json()).toMatchObject({
        status: 400,
        code: 'malformed_json',
        detail: 'The body is not UTF-8. Encode it as UTF-8.',
      })
    }
  }
  expect(mock.state).toBe(before)
})

test('checks the text of a message likewise', () => {
  const mock = createMock()
  const authorization = `Bearer ${mock.token('admin@acme.test')}`
  const post = (body: string) =>
    mock.handle({
      method: 'POST',
      path: '/v1/roles',
      query: '',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    })
  expect(post(`\u{FEFF}${role}`).status).toBe(201)
  expect(post(role.replace('Prüfer', '\u{D800}'))).toMatchObject({ status: 400 })
  expect(JSON.parse(post('\u{FEFF}').body)).toMatchObject({
    status: 400,
    detail: 'The body is empty. Send a JSON object.',
  })
})
