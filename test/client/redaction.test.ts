import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { keepLog } from '../support/log.ts'
import { type Responder, startServer } from '../support/recording-server.ts'

describe('hooks and logs hide headers with secret names', () => {
  const secret = [
    ['Authorization', 'Proxy-Authorization', 'X-Authorization', 'X-Authentication'],
    ['X-Auth-Key', 'X-Auth-User', 'X-Auth', 'X-Password', 'X-User-Pass', 'X-Passphrase', 'X-Pwd'],
    ['X-Session-Id', 'X-SessionId', 'X-Sid', 'X-Jwt', 'X-Jwt-Assertion'],
    ['Ocp-Apim-Subscription-Key', 'X-Functions-Key', 'apikey', 'X-Api-Key', 'X-ApiKey', 'api_key'],
    ['X-Amz-Security-Token', 'X-Vault-Token', 'X-Csrf-Token', 'X-XSRF-TOKEN', 'PRIVATE-TOKEN'],
    ['CF-Access-Client-Secret', 'X-Hub-Signature-256', 'X-Amz-Credential', 'DPoP', 'X-Otp'],
    ['X-Pin', 'X-Cookie', 'X-Bearer', 'Access-Token', 'Access-Key', 'Idempotency-Token'],
    ['X-Access-Code', 'X-MFA-Code', 'X-2FA', 'X-Csrf', 'X-Xsrf', 'X-Ticket', 'X-Saml', 'X-Hmac'],
  ].flat()
  const open = [
    ['Accept', 'User-Agent', 'X-Request-Id', 'X-Correlation-Id', 'X-Author', 'X-Tenant'],
    ['Access-Control-Request-Headers', 'Access-Control-Allow-Credentials', 'X-Error-Code'],
    ['Idempotency-Key', 'If-Match', 'Traceparent', 'X-Pinned', 'X-Region'],
  ].flat()

  async function seen(names: readonly string[]) {
    const { logger, details } = keepLog()
    const values = Object.fromEntries(names.map((name, index) => [name, `value-${index}`]))
    const respond: Responder = () => ({ headers: values, json: {} })
    const { origin, requests } = await startServer(respond)
    const events: [string, string][] = []
    const client = createClient({
      baseUrl: origin,
      headers: values,
      logger,
      logLevel: 'debug',
      hooks: {
        onRequest: ({ headers }) => events.push(...headers),
        onResponse: ({ headers }) => events.push(...(headers ?? [])),
      },
    })
    await client.users.me()
    return { events, details, requests, values }
  }

  test('and the request still sends them', async () => {
    const { events, details, requests, values } = await seen(secret)
    expect(inspect([events, details], { depth: 9 })).not.toContain('value-')
    for (const name of secret) {
      expect(events.filter(([one]) => one === name.toLowerCase())).toEqual([
        [name.toLowerCase(), '[redacted]'],
        [name.toLowerCase(), '[redacted]'],
      ])
      expect(requests[0]?.headers[name.toLowerCase()]).toBe(values[name])
    }
  })

  test('and show the others', async () => {
    const { events, values } = await seen(open)
    for (const name of open) expect(events).toContainEqual([name.toLowerCase(), values[name]])
  })

  test('and mask a token used as a header name', async () => {
    const { logger, details } = keepLog()
    const { origin } = await startServer(() => ({
      headers: { 'x-tok_plain-secret': '1' },
      json: {},
    }))
    const client = createClient({
      baseUrl: origin,
      token: 'tok_plain-secret',
      logger,
      logLevel: 'debug',
    })
    await client.users.me()
    expect(inspect(details, { depth: 9 })).not.toContain('tok_plain')
  })
})
