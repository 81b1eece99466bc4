import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { cachedToken, ConnectionError, TokenProviderError } from '../../src/index.ts'
import { failure, shownOf, token } from '../support/failure.ts'
import { keepLog } from '../support/log.ts'

const baseUrl = 'https://platform.example'

describe('the cause of an error', () => {
  class HTTPError extends Error {
    readonly request: Request
    constructor(message: string, request: Request) {
      super(message)
      this.request = request
    }
  }
  class SilentError extends Error {
    readonly #request: Request
    constructor(request: Request) {
      super('private')
      this.#request = request
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
      return `SilentError of ${this.#request.headers.get('authorization')}`
    }
    toJSON() {
      return { authorization: this.#request.headers.get('authorization') }
    }
  }
  const throwing: Record<string, (request: Request) => unknown> = {
    'an error with its request': (request) => new HTTPError('no connection', request),
    'an error with its configuration': ({ headers }) =>
      Object.assign(new Error('Network Error'), {
        config: { headers: Object.fromEntries(headers) },
      }),
    'an error with its request under a symbol': (request) =>
      Object.assign(new Error('symbol'), { [Symbol('request')]: request }),
    'an error whose cause has its request': (request) =>
      new TypeError('fetch failed', { cause: new HTTPError('deep', request) }),
    'several errors with their requests': (request) =>
      new AggregateError([new HTTPError('one', request), new Error('two')], 'all failed'),
    'an error that shows its request': (request) => new SilentError(request),
    'an error that says the token': ({ headers }) =>
      new Error(`with ${headers.get('authorization')}`),
    'a request': (request) => request,
    'an object with the request': (request) => ({
      request,
      headers: Object.fromEntries(request.headers),
    }),
    'a text with the token': ({ headers }) => `with ${headers.get('authorization')}`,
    'a function that has the request': (request) => Object.assign(() => {}, { request }),
  }
  test.each(Object.entries(throwing))('hides the token where fetch throws %s', async (_, make) => {
    const error = await failure({ fetch: (request) => Promise.reject(make(request)) })
    expect(error).toBeInstanceOf(ConnectionError)
    expect(shownOf(error)).not.toContain('tok_very')
  })

  test('hides the token where the body fails with the request', async () => {
    const error = await failure({
      fetch: async (request) =>
        new Response(
          new ReadableStream({
            pull: (controller) => controller.error(new HTTPError('cut', request)),
          }),
        ),
    })
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toHaveProperty('cause.message', 'cut')
    expect(shownOf(error)).not.toContain('tok_very')
  })

  test('still describes the failure', async () => {
    const thrown = (request: Request) =>
      Object.assign(new TypeError('fetch failed'), {
        request,
        code: 'ECONNREFUSED',
        cause: Object.assign(new Error(`connect as ${token}`), { code: 'ENOENT' }),
      })
    const error = await failure({ fetch: (request) => Promise.reject(thrown(request)) })
    if (!(error instanceof ConnectionError)) throw new Error('It is no ConnectionError')
    expect(error.cause).toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      code: 'ECONNREFUSED',
      stack: expect.stringContaining('causes.test.ts'),
      cause: { message: 'connect as [token]', code: 'ENOENT' },
    })
    expect(error.cause).not.toHaveProperty('request')
  })

  test.each(['name', 'code', 'address', 'syscall', 'port', 'errno'])(
    'shows no secret of its %s',
    async (member) => {
      for (const hold of [
        (text: string) => text,
        (text: string) => ({ text }),
        (text: string) => [text],
        (text: string) => () => text,
      ]) {
        const error = await failure({
          fetch: ({ headers }) =>
            Promise.reject(
              Object.assign(new Error('x'), {
                [member]: hold(`of ${headers.get('authorization')}`),
              }),
            ),
        })
        expect(error).toBeInstanceOf(ConnectionError)
        if (error instanceof Error) {
          const held: unknown = Reflect.get(Object(error.cause), member)
          expect(['string', 'undefined']).toContain(typeof held)
          expect(shownOf(error) + String(held)).not.toContain('tok_very')
        }
      }
    },
  )

  test('is printed with its control characters escaped, and its stack with its lines', async () => {
    const text = 'idp said \u001b[2J\u001b[31mPWNED\r\nINFO fake\u202e'
    const escaped = 'idp said \\u001b[2J\\u001b[31mPWNED\\u000d\\u000aINFO fake\\u202e'
    const fail = async () => {
      throw new TypeError(text, { cause: new Error(text, { cause: text }) })
    }
    for (const error of [
      await failure({ fetch: fail }),
      await failure({ token: fail }),
      await failure({ token: cachedToken(fail) }),
    ]) {
      for (const colors of [false, true]) {
        const shown = inspect(error, { depth: 9, colors })
        expect(shown).not.toContain('\u001b[2J')
        expect(shown).not.toContain('\u001b[31mPWNED')
        expect(shown).not.toMatch(/^INFO/m)
        expect(shown).not.toContain('\u202e')
      }
      expect(error).toMatchObject({
        cause: {
          name: 'TypeError',
          message: escaped,
          stack: expect.stringMatching(/\n +at .*causes\.test\.ts/),
          cause: { message: escaped, cause: escaped },
        },
      })
    }
  })

  test('is the text that was thrown, and the message contains it', async () => {
    const error = await failure({ token: () => Promise.reject('no key') })
    expect(error).toMatchObject({
      message: 'The token provider failed: no key',
      cause: 'no key',
    })
  })

  test.each([
    ['a token function', (provider: () => never) => provider],
    ['a cached token', (provider: () => never) => cachedToken(provider)],
  ])('is safe where %s fails with a request of its own', async (_, wrap) => {
    const request = new Request(baseUrl, {
      headers: { Authorization: 'Basic Y2xpZW50OnNlY3JldA==' },
    })
    const provider = () => {
      throw Object.assign(new HTTPError('401 from the identity provider', request), {
        config: { data: 'client_secret=Y2xpZW50OnNlY3JldA==' },
      })
    }
    const error = await failure({ token: wrap(provider) })
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(error).toHaveProperty('cause.message', '401 from the identity provider')
    expect(shownOf(error)).not.toContain('Y2xpZW50OnNlY3JldA==')
  })

  test('is safe where a hook fails with a request', async () => {
    const { logger, lines, details } = keepLog()
    const request = new Request(baseUrl, { headers: { Authorization: `Bearer ${token}` } })
    const hooks = {
      onRequest: () => {
        throw new HTTPError('no collector', request)
      },
    }
    await failure({ fetch: async () => Response.json({}), logger, hooks })
    expect(lines).toContain('error: rolecall: a hook failed:')
    expect(details).toContainEqual(expect.objectContaining({ message: 'no collector' }))
    expect(inspect(details, { depth: 9, showHidden: true })).not.toContain('tok_very')
  })
})
