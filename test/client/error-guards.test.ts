import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { describe, expect, expectTypeOf, test } from 'vitest'
import * as errors from '../../src/errors/index.ts'
import { type Decision, createClient } from '../../src/index.ts'
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

test('every class of error has its guard', () => {
  const classes = Object.keys(errors).filter(
    (name) => name.endsWith('Error') && !name.startsWith('is'),
  )
  // The two that others extend have a guard of their own.
  expect(rows).toHaveLength(classes.length - 2)
})

test.each(rows)('%s tells its own kind, and no other', (name, error) => {
  for (const [guard, is] of Object.entries(guards)) expect(is(error)).toBe(guard === name)
  expect(errors.isRolecallError(error)).toBe(true)
  expect(errors.isAPIError(error)).toBe(error instanceof errors.APIError)
})

test.each([undefined, null, 'NotFoundError', new Error('x'), { name: 'NotFoundError' }])(
  '%s is no error of the client',
  (value) => {
    for (const is of [errors.isRolecallError, errors.isAPIError, ...Object.values(guards)]) {
      expect(is(value)).toBe(false)
    }
  },
)

test('a guard tells the type', () => {
  const error: unknown = new errors.PermissionDeniedError('x', init)
  if (!errors.isPermissionDenied(error)) throw new Error('It is one.')
  expectTypeOf(error.decision).toEqualTypeOf<Decision | undefined>()
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

  test('holds no class, and less than 0.5 kB gzipped', async () => {
    const [file] = (await bundled).outputFiles
    expect(file?.text).not.toMatch(/\bclass\b/)
    expect(gzipSync(file?.contents ?? '', { level: 9 }).byteLength).toBeLessThan(500)
  })

  test('knows the errors of another copy of the package', async () => {
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
