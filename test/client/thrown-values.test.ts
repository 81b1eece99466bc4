import { expect, describe, test } from 'vitest'
import { cachedToken, ConnectionError, RolecallError, TokenProviderError } from '../../src/index.ts'
import { failure, shownOf, token } from '../support/failure.ts'
import { keepLog } from '../support/log.ts'

const baseUrl = 'https://platform.example'

function withCause(error: Error, causeOf: (error: Error) => Error): Error {
  error.cause = causeOf(error)
  return error
}

describe('the cause of an error', () => {
  const odd: [string, unknown][] = [
    ['an error that is its own cause', withCause(new Error('odd'), (error) => error)],
    [
      'an error whose cause leads back to it',
      withCause(new Error('odd'), (cause) => new Error('between', { cause })),
    ],
    ['one of ours that is its own cause', withCause(new RolecallError('odd'), (error) => error)],
    ['an error whose message is a number', Object.assign(new Error(), { message: 5 })],
    ['an object whose message is a number', { message: 5 }],
    ['an error whose name is a symbol', Object.assign(new Error('odd'), { name: Symbol('n') })],
    ['an error without a stack', Object.assign(new Error('odd'), { stack: undefined })],
    ['an error whose code is an object', Object.assign(new Error('odd'), { code: {} })],
    [
      'an error with an unreadable message',
      Object.defineProperty(new Error('odd'), 'message', {
        get: () => {
          throw new TypeError('unreadable')
        },
      }),
    ],
    ['null', null],
    ['undefined', undefined],
    ['a symbol', Symbol('odd')],
  ]
  test.each(odd)('may be %s', async (_, thrown) => {
    const fail = () => Promise.reject(thrown)
    const ofFetch = await failure({ fetch: fail })
    expect(ofFetch).toBeInstanceOf(ConnectionError)
    expect(ofFetch).toHaveProperty('message', expect.stringMatching(/^roles\.list got no answer/))
    for (const provider of [fail, cachedToken(fail)]) {
      const error = await failure({ token: provider })
      expect(error).toBeInstanceOf(TokenProviderError)
      expect(error).toHaveProperty('message', expect.stringMatching(/^The token provider failed: /))
      expect(shownOf(error)).toContain('TokenProviderError')
    }
  })

  const bare = (message: string, more: object = {}): object =>
    Object.assign(Object.create(null), { message, ...more })
  const nested = new AggregateError([], 'all failed')
  nested.errors.push(new Error('one'), nested, undefined)
  const telling: [string, unknown, string][] = [
    ['an object with a message', { message: 'no way' }, 'no way'],
    ['one with a code', { message: 'no way', code: 'EHOSTUNREACH' }, 'no way'],
    ['one without a prototype', bare('no way'), 'no way'],
    ['one whose name is a symbol', { message: 'no way', name: Symbol('n') }, 'no way'],
    ['one whose name is empty', { message: 'no way', name: '', stack: 5 }, 'no way'],
    ['an error with such a cause', new TypeError('x', { cause: bare('no way') }), 'no way'],
    ['several of them', new AggregateError([{ message: 'a' }, bare('b')]), 'a, b'],
    ['several that contain themselves', nested, 'all failed: one'],
  ]
  test.each(telling)('has a message where %s was thrown', async (_, thrown, words) => {
    const fail = () => Promise.reject(thrown)
    const ofFetch = await failure({ fetch: fail })
    expect(ofFetch).toHaveProperty('message', `roles.list got no answer from ${baseUrl}: ${words}`)
    expect(ofFetch).toHaveProperty('cause', expect.any(Error))
    expect(ofFetch).not.toHaveProperty('cause.name', 'undefined')
    for (const provider of [fail, cachedToken(fail)]) {
      const error = await failure({ token: provider })
      expect(error).toHaveProperty('message', `The token provider failed: ${words}`)
    }
    const { logger, details } = keepLog()
    await failure({ fetch: async () => Response.json({}), logger, hooks: { onRequest: fail } })
    expect(details).toContainEqual(expect.any(Error))
  })

  test('keeps the code of a plain object that was thrown', async () => {
    const thrown = { message: `as ${token}`, code: 'EHOSTUNREACH', config: { token } }
    const error = await failure({ fetch: () => Promise.reject(thrown) })
    expect(error).toHaveProperty('cause.message', 'as [token]')
    expect(error).toHaveProperty('cause.code', 'EHOSTUNREACH')
    expect(shownOf(error)).not.toContain(token)
  })
})
