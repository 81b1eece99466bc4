import { describe, expect, expectTypeOf, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { serve } from '../../mocks/adapters/server/index.ts'
import * as errors from '../../src/errors/index.ts'
import * as client from '../../src/index.ts'
import {
  createClient,
  type Decision,
  fromJSON,
  isPermissionDenied,
  RolecallError,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer, type Answer } from '../support/recording-server.ts'
import { lookOf, notFound } from './error-fields.ts'

/** Rejection of the call. */
async function failure(call: () => PromiseLike<unknown>): Promise<errors.RolecallError> {
  try {
    await call()
  } catch (error) {
    if (error instanceof RolecallError) return error
    throw error
  }
  throw new Error('It succeeded')
}

/** Rejection of a client's call with this answer. */
async function answered(answer: Answer): Promise<errors.RolecallError> {
  const { origin } = await startServer(() => answer)
  const client = createClient({ baseUrl: origin, retries: 1, maxRetryAfter: 0, random: () => 0 })
  return failure(() => client.roles.create({ key: 'a', permissions: [] }))
}

const baseUrl = 'https://platform.example'
const never = () => new Promise<never>(() => {})

const thrown: Record<string, () => Promise<errors.RolecallError>> = {
  BadRequestError: () => answered(problemAnswer(400, 'invalid_cursor')),
  AuthenticationError: () => answered(problemAnswer(401, 'invalid_token')),
  PermissionDeniedError: () => {
    const client = createMock().client({ as: 'lead@acme.test' })
    return failure(() => client.roles.create({ key: 'mine', permissions: [] }))
  },
  NotFoundError: () => answered(problemAnswer(404, 'not_found')),
  ConflictError: () => answered(problemAnswer(409, 'key_taken', { retryable: true })),
  GoneError: () => answered(problemAnswer(410, 'gone')),
  PreconditionFailedError: () => answered(problemAnswer(412, 'stale_etag')),
  UnprocessableEntityError: () =>
    answered(
      problemAnswer(422, 'validation_failed', {
        errors: [{ pointer: '/key', message: 'key must be text' }],
      }),
    ),
  RateLimitError: () => answered(problemAnswer(429, 'rate_limited', {}, { 'retry-after': '1.25' })),
  ServerError: () =>
    answered({ status: 503, text: '<h1>Down</h1>', headers: { 'retry-after': '7' } }),
  APIError: () => answered({ status: 200, text: '<h1>Welcome</h1>' }),
  ConnectionError: () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('reset') }))
    return failure(() => createClient({ baseUrl, fetch, retries: 0 }).users.me())
  },
  TimeoutError: () =>
    failure(() => createClient({ baseUrl, fetch: never, retries: 0, timeout: 1 }).users.me()),
  AbortedError: () => {
    const signal = AbortSignal.abort(new Error('the page was left'))
    return failure(() => createClient({ baseUrl, fetch: never }).users.me({ signal }))
  },
  TokenProviderError: () => {
    const token = () => Promise.reject(new Error('signed out'))
    return failure(() => createClient({ baseUrl, token, fetch: never }).users.me())
  },
  RolecallError: () => failure(async () => createClient({ baseUrl: 'nowhere' })),
}

const ways: Record<string, (error: errors.RolecallError) => unknown> = {
  'as JSON text': (error) => JSON.stringify(error),
  'as parsed JSON': (error): unknown => JSON.parse(JSON.stringify(error)),
  'as a clone of its toJSON, as postMessage makes': (error) => structuredClone(error.toJSON()),
  'as it is': (error) => error,
}

test('every error class is covered', () => {
  const classes = Object.keys(errors).filter((name) => /^[A-Z]\w+Error$/.test(name))
  expect(Object.keys(thrown).toSorted()).toEqual(classes.toSorted())
})

describe.each(Object.keys(ways))('an error that arrives %s', (way) => {
  test.each(Object.keys(thrown))('%s equals the original', async (name) => {
    const error = await thrown[name]?.()
    if (!error) throw new Error('It was not thrown')
    expect(error.name).toBe(name)
    const again = fromJSON(ways[way]?.(error))

    expect(again).toBeInstanceOf(Reflect.get(errors, name))
    // The same class: in the package, each entry point holds a copy of its own.
    expect(again.constructor).toBe(Reflect.get(client, name))
    expect(lookOf(again)).toEqual(lookOf(error))
    expect(JSON.stringify(again)).toBe(JSON.stringify(error))
    expect(JSON.stringify(fromJSON(JSON.stringify(again)))).toBe(JSON.stringify(error))
  })
})

describe('an error made from JSON', () => {
  test('has the decision, and explains it as before', async () => {
    const error = await thrown.PermissionDeniedError?.()
    const again = fromJSON(JSON.stringify(error))
    if (!(error instanceof errors.PermissionDeniedError)) throw new Error('It was not denied')
    if (!(again instanceof errors.PermissionDeniedError)) throw new Error('It is another one')
    expect(again.decision).toEqual(error.decision)
    expect(again.explain()).toBe(error.explain())
    expect(again.explain()).toContain('AD-04')
  })

  test('has the faults of the fields', async () => {
    const again = fromJSON(JSON.stringify(await thrown.UnprocessableEntityError?.()))
    expect(again).toHaveProperty('errors', [{ pointer: '/key', message: 'key must be text' }])
  })

  test('has no headers and no cause: those are not sent', async () => {
    const error = await thrown.ConnectionError?.()
    expect(error?.cause).toBeInstanceOf(Error)
    expect(fromJSON(JSON.stringify(error)).cause).toBeUndefined()
    const refusal = fromJSON(JSON.stringify(await thrown.RateLimitError?.()))
    expect(refusal).toHaveProperty('headers', new Headers())
    expect(Object.keys(refusal)).not.toContain('headers')
  })

  test('has a cause that was sent along', async () => {
    for (const name of ['ConnectionError', 'NotFoundError']) {
      const error = await thrown[name]?.()
      const again = fromJSON({ ...error?.toJSON(), cause: 'the cable' })
      expect(again.cause, name).toBe('the cable')
    }
  })
})

test.each([
  [400, 'invalid_cursor', 'BadRequestError'],
  [403, 'permission_denied', 'PermissionDeniedError'],
  [405, 'method_not_allowed', 'APIError'],
  [409, 'key_taken', 'ConflictError'],
  [503, 'unavailable', 'ServerError'],
])(
  'a plain problem document of %i becomes the error that the client throws for it',
  async (status, code, name) => {
    const answer = problemAnswer(status, code, { decision: { rule: 'AD-04', allowed: false } })
    const error = await answered(answer)
    const again = fromJSON(JSON.parse(answer.text ?? ''))
    expect(again.name).toBe(name)
    expect({ ...lookOf(again), attempts: 0, retryAfter: 0 }).toEqual({
      ...lookOf(error),
      attempts: 0,
      retryAfter: 0,
    })
  },
)

test('a structured clone of an error holds only its message, and is refused as a foreign error', async () => {
  class NotFoundError extends Error {
    override readonly name = 'NotFoundError'
    readonly status = 404
    readonly code = 'ENOENT'
  }
  const clone = structuredClone(await thrown.PermissionDeniedError?.())
  const late = Object.assign(new Error('x'), { name: 'TimeoutError' })
  for (const error of [clone, new NotFoundError('x'), late, new TypeError('x')]) {
    expect(errors.isRolecallError(error)).toBe(false)
    expect(() => fromJSON(error)).toThrow('fromJSON takes the JSON of an error')
  }
})

test.each([
  [403, 'permission_denied', 'PermissionDeniedError'],
  [404, 'not_found', 'NotFoundError'],
  [413, 'unexpected_answer', 'APIError'],
  [502, 'internal_error', 'ServerError'],
])('a gateway’s problem of %i without a code goes by its status', async (status, code, name) => {
  const problem = { type: 'about:blank', title: 'No', status, detail: 'Not by this door.' }
  const error = await answered({ status, text: JSON.stringify(problem) })
  const again = fromJSON(problem)
  for (const one of [error, again, fromJSON(JSON.stringify(error))]) {
    expect(lookOf(one)).toMatchObject({
      name,
      status,
      code,
      message: 'Not by this door.',
      problem,
    })
  }
  expect(errors.isAPIError(problem)).toBe(true)
  expect(isPermissionDenied(problem)).toBe(status === 403)
})

test('a problem that refuses a host or a page keeps its words', async () => {
  await using server = await serve(createMock())
  for (const [name, value, told] of [
    ['Origin', 'https://evil.example', 'Pages of https://evil.example may not call this mock'],
    ['Sec-Fetch-Site', 'cross-site', 'Pages of other sites may not embed'],
  ] as const) {
    const headers = { [name]: value }
    const error = await failure(() => createClient({ baseUrl: server.url, headers }).users.me())
    expect(error.message).toContain(told)
    expect(error.message).not.toContain('body')
    expect(isPermissionDenied(error)).toBe(true)
  }
})

test('control characters in the data are escaped, as in any error', () => {
  const again = fromJSON({ ...notFound, message: 'no\u001b[31m', requestId: 'req\u0007' })
  expect(again.message).toBe(String.raw`no\u001b[31m`)
  expect(again).toHaveProperty('requestId', String.raw`req\u0007`)
})

test('an error that a guard accepted keeps its class', () => {
  const data: unknown = { ...notFound, name: 'PermissionDeniedError' }
  if (!isPermissionDenied(data)) throw new Error('It is one')
  expectTypeOf(fromJSON(data)).toEqualTypeOf<errors.PermissionDeniedError>()
  expectTypeOf(fromJSON(data).decision).toEqualTypeOf<Decision | undefined>()
  expectTypeOf(fromJSON(JSON.stringify(notFound))).toExtend<errors.RolecallError>()
  const failed: unknown = { name: 'TimeoutError', message: 'x' }
  if (!errors.isTimeout(failed)) throw new Error('It is one')
  expectTypeOf(fromJSON(failed)).toEqualTypeOf<errors.TimeoutError>()
})
