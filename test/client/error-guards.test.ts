import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { describe, expect, expectTypeOf, test } from 'vitest'
import * as errors from '../../src/errors/index.ts'
import { type Decision, type PermissionDeniedCode, createClient } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

const init = { status: 400, code: 'invalid_request', headers: new Headers() } as const
const rows: [keyof typeof guards, Error][] = [
  ['isBadRequest', new errors.BadRequestError('x', init)],
  ['isUnauthenticated', new errors.AuthenticationError('x', init)],
  ['isPermissionDenied', new errors.PermissionDeniedError('x', init)],
  ['isNotFound', new errors.NotFoundError('x', init)],
  ['isConflict', new errors.ConflictError('x', init)],
  ['isGone', new errors.GoneError('x', init)],
  ['isPreconditionFailed', new errors.PreconditionFailedError('x', init)],
  ['isUnprocessableEntity', new errors.UnprocessableEntityError('x', init)],
  ['isRateLimited', new errors.RateLimitError('x', init)],
  ['isServerError', new errors.ServerError('x', init)],
  ['isConnectionError', new errors.ConnectionError('x')],
  ['isTimeout', new errors.TimeoutError('x')],
  ['isAborted', new errors.AbortedError('x')],
  ['isTokenProviderError', new errors.TokenProviderError('x')],
]
const guards = {
  isBadRequest: errors.isBadRequest,
  isUnauthenticated: errors.isUnauthenticated,
  isPermissionDenied: errors.isPermissionDenied,
  isNotFound: errors.isNotFound,
  isConflict: errors.isConflict,
  isGone: errors.isGone,
  isPreconditionFailed: errors.isPreconditionFailed,
  isUnprocessableEntity: errors.isUnprocessableEntity,
  isRateLimited: errors.isRateLimited,
  isServerError: errors.isServerError,
  isConnectionError: errors.isConnectionError,
  isTimeout: errors.isTimeout,
  isAborted: errors.isAborted,
  isTokenProviderError: errors.isTokenProviderError,
}

test('every error class has a guard', () => {
  const classes = Object.keys(errors).filter(
    (name) => name.endsWith('Error') && !name.startsWith('is'),
  )
  // The two base classes have a guard of their own.
  expect(rows).toHaveLength(classes.length - 2)
})

test.each(rows)('%s accepts its own class, and no other', (name, error) => {
  for (const [guard, is] of Object.entries(guards)) expect(is(error)).toBe(guard === name)
  expect(errors.isRolecallError(error)).toBe(true)
  expect(errors.isAPIError(error)).toBe(error instanceof errors.APIError)
})

const problem = {
  type: 'urn:rolecall:problem:x',
  title: 'x',
  detail: 'x',
  instance: 'req_1',
  code: 'invalid_request',
}
const statusOf: Partial<Record<keyof typeof guards, number>> = {
  isBadRequest: 400,
  isUnauthenticated: 401,
  isPermissionDenied: 403,
  isNotFound: 404,
  isConflict: 409,
  isGone: 410,
  isPreconditionFailed: 412,
  isUnprocessableEntity: 422,
  isRateLimited: 429,
  isServerError: 503,
}

test.each(rows)(
  '%s accepts the JSON of its own class, the problem of its status, and no other',
  (name, error) => {
    const status = statusOf[name]
    const json: unknown = JSON.parse(JSON.stringify(error))
    const clone: unknown = structuredClone(json)
    for (const data of [json, clone, ...(status ? [{ ...problem, status }] : [])]) {
      for (const [guard, is] of Object.entries(guards)) expect(is(data), guard).toBe(guard === name)
      expect(errors.isRolecallError(data)).toBe(true)
      expect(errors.isAPIError(data)).toBe(error instanceof errors.APIError)
    }
  },
)

test('guards and fromJSON agree', () => {
  for (const status of [
    200, 302, 400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 429, 500, 599,
  ]) {
    const data: unknown = { ...problem, status }
    const error = errors.fromJSON(data)
    expect(errors.isAPIError(data)).toBe(true)
    for (const [guard, is] of Object.entries(guards)) expect(is(data), guard).toBe(is(error))
  }
})

test.each([
  undefined,
  null,
  'NotFoundError',
  new Error('x'),
  { name: 'NotFoundError' },
  { name: 'NotFoundError', message: 'x' },
  { name: 'TimeoutError' },
  { name: 'AxiosError', message: 'x', code: 'ERR_BAD_REQUEST', status: 403 },
  { status: 403, code: 'permission_denied' },
  { status: '403', code: 'permission_denied', detail: 'x' },
  [{ ...problem, status: 403 }],
  Object.assign(new Error('x'), { name: 'TimeoutError' }),
  new DOMException('x', 'TimeoutError'),
  structuredClone(new errors.NotFoundError('x', init)),
])('%s is no error of the client', (value) => {
  for (const is of [errors.isRolecallError, errors.isAPIError, ...Object.values(guards)]) {
    expect(is(value)).toBe(false)
  }
})

test('a guard narrows the type', () => {
  const error: unknown = new errors.PermissionDeniedError('x', init)
  if (!errors.isPermissionDenied(error)) throw new Error('It is one.')
  expectTypeOf(error.status).toEqualTypeOf<number>()
  expectTypeOf(error.code).toEqualTypeOf<PermissionDeniedCode>()
  // @ts-expect-error Data has no methods.
  expectTypeOf(error.explain).toBeFunction()
  expectTypeOf(errors.fromJSON(error).decision).toEqualTypeOf<Decision | undefined>()
})

test('a known error keeps its methods', () => {
  const error: Error | null = new errors.PermissionDeniedError('x', init)
  if (!errors.isPermissionDenied(error)) throw new Error('It is one.')
  expectTypeOf(error).toEqualTypeOf<errors.PermissionDeniedError>()
})

describe('a bundle of the guards alone', () => {
  const bundled = build({
    stdin: {
      contents: `export { isRolecallError, isPermissionDenied } from './src/errors/index.ts'`,
      resolveDir: '.',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })

  test('contains no class, and has less than 0.6 kB gzipped', async () => {
    const [file] = (await bundled).outputFiles
    expect(file?.text).not.toMatch(/\bclass\b/)
    expect(gzipSync(file?.contents ?? '', { level: 9 }).byteLength).toBeLessThan(600)
  })

  test('accepts errors of another copy of the package', async () => {
    const [file] = (await bundled).outputFiles
    const url = `data:text/javascript;base64,${Buffer.from(file?.contents ?? '').toString('base64')}`
    const copy: typeof errors = await import(/* @vite-ignore */ url)
    const { origin } = await startServer(() => problemAnswer(403, 'permission_denied'))
    const error = await createClient({ baseUrl: origin })
      .users.me()
      .catch((reason: unknown) => reason)
    expect(copy.isPermissionDenied(error)).toBe(true)
    expect(copy.isRolecallError(error)).toBe(true)
    expect(copy.isPermissionDenied(new errors.NotFoundError('x', init))).toBe(false)
  })
})
