import { inspect } from 'node:util'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import * as rolecall from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer, type Answer } from '../support/recording-server.ts'

const {
  APIError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  createClient,
  GoneError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionFailedError,
  RateLimitError,
  RolecallError,
  ServerError,
  UnprocessableEntityError,
} = rolecall

const token = 'tok_very-secret'

/** Rejection of a call with this answer. */
async function errorOf(answer: Answer): Promise<unknown> {
  const { origin } = await startServer(() => answer)
  const client = createClient({ baseUrl: origin, token, retries: 0 })
  return client.roles.create({ key: 'a', permissions: [] }).then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('each status has its class', () => {
  const rows = [
    [400, 'invalid_cursor', BadRequestError, 'BadRequestError'],
    [401, 'invalid_token', AuthenticationError, 'AuthenticationError'],
    [403, 'not_a_member', PermissionDeniedError, 'PermissionDeniedError'],
    [404, 'not_found', NotFoundError, 'NotFoundError'],
    [409, 'key_taken', ConflictError, 'ConflictError'],
    [410, 'gone', GoneError, 'GoneError'],
    [412, 'stale_etag', PreconditionFailedError, 'PreconditionFailedError'],
    [422, 'read_only', UnprocessableEntityError, 'UnprocessableEntityError'],
    [429, 'rate_limited', RateLimitError, 'RateLimitError'],
    [500, 'internal_error', ServerError, 'ServerError'],
    [503, 'internal_error', ServerError, 'ServerError'],
    [415, 'unsupported_media_type', APIError, 'APIError'],
  ] as const

  test.each(rows)('%i %s', async (status, code, errorClass, name) => {
    const error = await errorOf(problemAnswer(status, code, {}, { 'x-app': '1' }))
    expect(error).toBeInstanceOf(errorClass)
    expect(error).toBeInstanceOf(RolecallError)
    if (!(error instanceof APIError)) throw new Error('It is no APIError')
    expect(error).toMatchObject({
      name,
      status,
      code,
      requestId: 'req_1',
      message: `This is ${code}.`,
    })
    expect(error.problem).toMatchObject({ type: `urn:rolecall:problem:${code}`, status, code })
    expect(error.headers.get('x-app')).toBe('1')
    expect(error.stack).toMatch(new RegExp(`^${name}: This is ${code}\\.\\n`))
    for (const [, , other] of rows) {
      if (other !== errorClass && other !== APIError) expect(error).not.toBeInstanceOf(other)
    }
  })
})

test('the printed error has no headers, stack or token', async () => {
  const error = await errorOf(
    problemAnswer(
      401,
      'invalid_token',
      { detail: `Unknown token ${token}.`, title: token },
      {
        'set-cookie': 'session=crumbs',
      },
    ),
  )
  if (!(error instanceof AuthenticationError)) throw new Error('It is no AuthenticationError')
  expect(error.message).toBe('Unknown token [token].')
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'AuthenticationError',
    message: 'Unknown token [token].',
    status: 401,
    code: 'invalid_token',
    requestId: 'req_1',
    problem: error.problem,
    attempts: 1,
  })
  for (const text of [error.stack, String(error), inspect(error), JSON.stringify(error)]) {
    expect(text).not.toContain(token)
    expect(text).not.toContain('crumbs')
  }
})

test('a 422 lists every fault with its place', async () => {
  const errors = [{ pointer: '/permissions/0', message: 'unknown permission' }]
  const error = await errorOf(problemAnswer(422, 'validation_failed', { errors }))
  expect(error).toMatchObject({ errors })
  expect(await errorOf(problemAnswer(422, 'idempotency_key_reused'))).toMatchObject({ errors: [] })
})

describe('a denial', () => {
  const calls = [
    {
      operation: 'users.update',
      args: ['lead@acme.test', { teams: { admin: 'platform_admin' } }],
      by: ['admin@acme.test', 'root@acme.test'],
    },
  ]
  const detail = 'roles.create needs admin:manage_roles held in team admin.'
  const decision = {
    allowed: false,
    outcome: 'no',
    policy: 'adaptive',
    action: 'roles.create',
    rule: 'AD-04',
    text: detail,
    alternatives: [{ missing: [], calls }],
  }
  const denied = (more: object) =>
    errorOf(problemAnswer(403, 'permission_denied', { detail, ...more }))

  test('carries its decision, and names rule and first remedy in its message', async () => {
    const error = await denied({ decision })
    if (!(error instanceof PermissionDeniedError)) throw new Error('It is no denial')
    expect(error.decision).toEqual(decision)
    expect(error.message).toBe(
      'AD-04: roles.create needs admin:manage_roles held in team admin. Would allow it: ' +
        'users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}}). Ask admin@acme.test or root@acme.test.',
    )
  })

  test('with a remedy of several calls lists them in order', async () => {
    const two = [...calls, { operation: 'roles.delete', args: ['x'], by: [] }]
    const error = await denied({
      decision: { ...decision, alternatives: [{ missing: [], calls: two }] },
    })
    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(
        / Ask admin@acme\.test or root@acme\.test\. Then roles\.delete\("x"\)\.$/,
      ),
    )
  })

  test('that nothing can remedy says why', async () => {
    const final = 'Nobody can give it.'
    const error = await denied({ decision: { ...decision, alternatives: [], final } })
    expect(error).toHaveProperty('message', `AD-04: ${detail} ${final}`)
  })

  test('does not repeat a rule that the detail already names', async () => {
    const error = await denied({
      detail: `AD-04: ${detail}`,
      decision: { ...decision, alternatives: [] },
    })
    expect(error).toHaveProperty('message', `AD-04: ${detail}`)
  })

  test('by a terse server shows what the server sent', async () => {
    expect(await denied({})).toMatchObject({ decision: undefined, message: detail })
    const text = { allowed: false, text: detail, alternatives: [{ missing: [] }] }
    expect(await denied({ decision: text })).toMatchObject({ decision: text, message: detail })
  })
})

describe('instanceof', () => {
  test('holds across two copies of the package, minified too', async () => {
    const { outputFiles } = await build({
      entryPoints: ['src/index.ts'],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    })
    const copy: typeof rolecall = await import(
      /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
    )
    expect(copy.NotFoundError).not.toBe(NotFoundError)
    const { origin } = await startServer(() => problemAnswer(404, 'not_found'))
    const error = await copy
      .createClient({ baseUrl: origin })
      .roles.get('x')
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toBeInstanceOf(APIError)
    expect(error).toBeInstanceOf(RolecallError)
    expect(error).not.toBeInstanceOf(ConflictError)
    expect(error).toHaveProperty('name', 'NotFoundError')
    expect(await errorOf(problemAnswer(404, 'not_found'))).toBeInstanceOf(copy.NotFoundError)
  })

  test('accepts nothing else as an error of ours', () => {
    for (const value of [
      undefined,
      null,
      'NotFoundError',
      new Error('x'),
      { name: 'NotFoundError' },
    ]) {
      expect(value instanceof NotFoundError).toBe(false)
    }
  })

  test("of a user's own subclass is the usual one", async () => {
    class TeamNotFoundError extends NotFoundError {}
    const error = await errorOf(problemAnswer(404, 'not_found'))
    expect(error).not.toBeInstanceOf(TeamNotFoundError)
    const init = { status: 404, code: 'not_found', headers: new Headers() } as const
    const own = new TeamNotFoundError('x', init)
    expect(own).toBeInstanceOf(TeamNotFoundError)
    expect(own).toBeInstanceOf(NotFoundError)
  })
})
