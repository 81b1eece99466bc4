import { expect, test } from 'vitest'
import { ConnectionError, RolecallError } from '../../src/index.ts'
import { rejection } from '../support/refusal.ts'
import { start } from './raw-client.ts'

test('null removes a header of a raw call, also the token', async () => {
  const { raw, requests } = await start()
  await raw.POST('/v1/teams', {
    body: { key: 'quality' },
    headers: { authorization: null, 'Idempotency-Key': null },
  })
  expect(requests[0]?.headers).not.toHaveProperty('authorization')
  expect(requests[0]?.headers).not.toHaveProperty('idempotency-key')
})

test.each([
  ['an object', { 'X-Count': 5, 'Idempotency-Key': 'job-1' }],
  [
    'pairs',
    [['X-Count', '5'] as [string, string], ['idempotency-key', 'job-1'] as [string, string]],
  ],
  ['Headers', new Headers({ 'X-Count': '5', 'Idempotency-Key': 'job-1' })],
])('headers are taken as %s', async (_, headers) => {
  const { raw, requests } = await start()
  await raw.POST('/v1/teams', { body: { key: 'quality' }, headers })
  expect(requests[0]?.headers).toMatchObject({ 'x-count': '5', 'idempotency-key': 'job-1' })
})

test('a stated Content-Type stays', async () => {
  const { raw, requests } = await start()
  const path = { role: 'reviewer' }
  const headers = { 'Content-Type': 'application/json-patch+json' }
  await raw.PATCH('/v1/roles/{role}', { params: { path }, body: { name: 'x' }, headers })
  await raw.PATCH('/v1/roles/{role}', { params: { path }, body: { name: 'x' } })
  expect(requests.map((one) => one.headers['content-type'])).toEqual([
    'application/json-patch+json',
    'application/merge-patch+json',
  ])
})

test.each([
  ['idempotencyKey', { idempotencyKey: 'job-1' }],
  ['ifMatch', { ifMatch: 'x' }],
  ['timeout', { timeout: 5 }],
  ['totalTimeout', { totalTimeout: 5 }],
  ['retries', { retries: 0 }],
  ['token', { token: 'tok_other' }],
])('the option %s is refused, since a raw call has none', async (name, options) => {
  const { raw, requests } = await start()
  const error = await rejection(raw.POST('/v1/teams', { body: { key: 'quality' }, ...options }))
  expect(error).toBeInstanceOf(RolecallError)
  expect(error).toHaveProperty(
    'message',
    expect.stringContaining(`client.raw: the options can't have '${name}'`),
  )
  expect(requests).toEqual([])
})

test.each([
  [{ Authorization: undefined }, 'credentials, or null to send none'],
  [{ 'X-Name': '😀' }, 'a line of Latin-1'],
])('headers %j are refused', async (headers, right) => {
  const { raw, requests } = await start()
  const error = await rejection(raw.GET('/v1/me', { headers }))
  expect(error).toBeInstanceOf(RolecallError)
  expect(error).toHaveProperty('message', expect.stringContaining(right))
  expect(requests).toEqual([])
})

test('middleware of one call is checked and guarded as that of a client', async () => {
  const { raw } = await start()
  const thrown = new Error('boom')
  const error = await rejection(
    raw.GET('/v1/me', {
      middleware: [
        {
          onRequest() {
            throw thrown
          },
        },
      ],
    }),
  )
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({ cause: thrown, message: 'middleware[0].onRequest failed: boom' })
})
