import { createServer, request } from 'node:https'
import { request as onward } from 'node:http'
import { once } from 'node:events'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { selfSigned } from '../../fixtures/self-signed.ts'
import { type Endpoint, servePdp } from '../pdp.ts'
import { must } from './must.ts'
import { allowed, denied, question, resource, subject, without } from './question.ts'

const pdp = servePdp()

const requests: readonly (readonly [Endpoint, object])[] = [
  ['evaluation', question],
  ['evaluations', { subject, resource, evaluations: [{ action: allowed }, { action: denied }] }],
  ['search/subject', { ...question, subject: { type: 'user' } }],
  ['search/resource', { ...question, resource: { type: 'organization' } }],
  ['search/action', { subject, resource }],
]

test(must('M-42'), async () => {
  for (const [endpoint, body] of requests) {
    const { status, headers } = await pdp.ask(endpoint, body)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/json(;|$)/)
  }
})

test(must('M-43'), async () => {
  for (const [endpoint, body] of requests) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', '']) {
      const { status } = await pdp.ask(endpoint, body, { 'content-type': type })
      expect([endpoint, type, status]).toEqual([endpoint, type, 400])
    }
    const type = 'application/json; charset=utf-8'
    expect((await pdp.ask(endpoint, body, { 'content-type': type })).status).toBe(200)
  }
})

test(must('M-44'), async () => {
  for (const [endpoint] of requests) {
    for (const body of ['', '{', '[]', '"text"', 'null', '1', '[{}]']) {
      const { status } = await pdp.ask(endpoint, body)
      expect([endpoint, body, status]).toEqual([endpoint, body, 400])
    }
  }
})

test(must('M-46'), async () => {
  const faulty = [
    ['evaluation', {}],
    ['evaluation', '{'],
    ['search/subject', {}],
  ] as const
  for (const [endpoint, body] of [...requests, ...faulty]) {
    const { body: answer } = await pdp.ask(endpoint, body)
    expect(Object.prototype.toString.call(answer)).toBe('[object Object]')
  }
})

test(must('M-47'), async () => {
  for (const [endpoint, body] of requests) {
    for (const part of Object.keys(body).filter((key) => key !== 'evaluations')) {
      const { status } = await pdp.ask(endpoint, without(body, part))
      // In a batch, only the evaluations that need the part fail.
      const expected = endpoint === 'evaluations' ? 200 : 400
      expect([endpoint, part, status]).toEqual([endpoint, part, expected])
    }
  }
})

const unknown = { future: { nested: [1, null] }, foo: 'bar', $schema: 'x' }

/** The value with unknown fields in every object, and with the members of each in reverse order. */
function withUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknown)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value).map(([key, one]) => [key, withUnknown(one)])
  return { ...Object.fromEntries(inner), ...unknown }
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value).map(([key, one]) => [key, reversed(one)])
  return Object.fromEntries(inner.toReversed())
}

test(must('M-48'), async () => {
  for (const [endpoint, body] of requests) {
    const plain = await pdp.ask(endpoint, body)
    expect((await pdp.ask(endpoint, withUnknown(body))).body).toEqual(plain.body)
  }
})

test(must('M-49'), async () => {
  for (const [endpoint, body] of requests) {
    const plain = await pdp.ask(endpoint, body)
    expect((await pdp.ask(endpoint, reversed(body))).body).toEqual(plain.body)
  }
})

test(must('M-50'), async () => {
  for (const [endpoint, body] of [...requests, ['evaluation', {}] as const]) {
    const { headers } = await pdp.ask(endpoint, body)
    expect(headers.get('x-request-id')).toMatch(/./)
  }
})

const identifiers = [
  'bfe9eb29-ab87-4ca3-be83-a1d5d8305716',
  '1',
  'spaces inside, and "quotes"',
  "!#$%&'*+-.^_`|~(),/:;<=>?@[\\]{}",
  'caf\xe9 \x9b2J \xff',
  'x'.repeat(1024),
]

test(must('M-51'), async () => {
  for (const identifier of identifiers) {
    for (const [endpoint, body] of [...requests, ['evaluation', {}] as const]) {
      const { headers } = await pdp.ask(endpoint, body, { 'x-request-id': identifier })
      expect(headers.get('x-request-id')).toBe(identifier)
    }
    // So does an answer that comes before the request is read.
    const { status, headers } = await pdp.send('/access/v1/evaluation', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'x-request-id': identifier },
    })
    expect([status, headers.get('x-request-id')]).toEqual([403, identifier])
  }
})

test(must('M-53'), async () => {
  const invalid = [{}, { authorization: 'Bearer unknown' }, { authorization: 'Basic dTpw' }]
  for (const [endpoint, body] of requests) {
    for (const headers of invalid) {
      const { status, headers: sent } = await pdp.send(`/access/v1/${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      expect(status).toBe(401)
      expect(sent.get('www-authenticate')).toMatch(/^Bearer/)
    }
  }
})

/** A proxy that ends TLS in front of a server. */
async function behindTls(target: string): Promise<number> {
  const proxy = createServer(selfSigned, (incoming, response) => {
    const { method, url, headers } = incoming
    const inner = onward(new URL(target), { method, path: url, headers })
    inner.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(inner)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  const address = proxy.address()
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.')
  return address.port
}

test(must('M-52'), async () => {
  // The server itself listens on loopback; a proxy that ends TLS lets others in.
  const baseUrl = 'https://platform.example'
  const mock = createMock()
  const server = await serve(mock, { port: 0, baseUrl })
  onTestFinished(() => server.close())
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  expect(server.warnings).toEqual([])

  const port = await behindTls(server.url)
  const call = request({
    host: '127.0.0.1',
    port,
    path: '/access/v1/evaluation',
    method: 'POST',
    servername: 'platform.example',
    ca: selfSigned.cert,
    headers: {
      host: 'platform.example',
      authorization: `Bearer ${mock.token({ enforcementPoint: true })}`,
      'content-type': 'application/json',
    },
  })
  call.end(JSON.stringify(question))
  const [answer] = await once(call, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual({ decision: true })
})
