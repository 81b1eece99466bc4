import dns from 'node:dns'
import { once } from 'node:events'
import { createServer } from 'node:https'
import { ConnectionError, createClient } from 'rolecall'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { selfSigned } from '../fixtures/self-signed.ts'

const body = { key: 'reviewer', permissions: [] }

async function failed(baseUrl: string, fetch?: () => Promise<never>): Promise<ConnectionError> {
  const client = createClient({ baseUrl, fetch, random: () => 0 })
  const error: unknown = await client.roles.create(body).catch((thrown: unknown) => thrown)
  if (error instanceof ConnectionError) return error
  throw new Error('It is no ConnectionError', { cause: error })
}

afterEach(() => vi.restoreAllMocks())

test('a server with an untrusted certificate is tried once', async () => {
  let connections = 0
  const server = createServer(selfSigned, (_, response) => response.end('{}'))
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  const error = await failed(`https://127.0.0.1:${port}`)
  expect(error.message).toMatch(
    /^roles\.create got no answer from https:.*: self-signed certificate/,
  )
  expect([error.attempts, connections]).toEqual([1, 1])
})

test.each([
  ['ENOTFOUND', 1],
  ['EAI_AGAIN', 3],
])('a host name whose look-up fails with %s is tried %i times', async (code, attempts) => {
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation((...args: unknown[]) => {
    const answer = args.at(-1)
    const fault = Object.assign(new Error(`getaddrinfo ${code} certificate.example`), { code })
    if (typeof answer === 'function') process.nextTick(answer, fault)
  })
  const error = await failed('https://certificate.example')
  expect(error.message).toContain(`: getaddrinfo ${code} certificate.example`)
  expect(error.attempts).toBe(attempts)
  expect(lookup).toHaveBeenCalledTimes(attempts)
})

// In the words of Node, Bun, Deno and node-fetch.
test.each([
  ['self-signed certificate; if the root CA is installed locally, try running Node.js with', 1],
  ['self signed certificate in certificate chain', 1],
  ['unable to verify the first certificate', 1],
  ['certificate has expired', 1],
  ["Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's", 1],
  ['ERR_TLS_CERT_ALTNAME_INVALID fetching "https://localhost:4443/"', 1],
  ['request to https://a.example/ failed, reason: self-signed certificate', 1],
  ['client error (Connect): invalid peer certificate: UnknownIssuer', 1],
  ['dns error: failed to lookup address information: Name or service not known', 1],
  ['getaddrinfo ENOTFOUND a.example', 1],
  ['bad port', 1],
  ['SSL routines:tls_validate_record_header:wrong version number', 1],
  ['connect ECONNREFUSED 127.0.0.1:4010', 3],
  ['read ECONNRESET', 3],
  ['getaddrinfo EAI_AGAIN certificate.example', 3],
  ['getaddrinfo EAI_AGAIN my-certificate-store', 3],
  ['error sending request for url (https://certificate.example/): tcp connect error', 3],
  ['Failed to fetch', 3],
])('%s: sent %i times', async (message, attempts) => {
  for (const thrown of [
    new Error(message),
    new TypeError('fetch failed', { cause: new Error(message) }),
    new TypeError('fetch failed', { cause: new AggregateError([new Error(message)]) }),
  ]) {
    const error = await failed('https://platform.example', () => Promise.reject(thrown))
    expect(error.attempts).toBe(attempts)
  }
})
