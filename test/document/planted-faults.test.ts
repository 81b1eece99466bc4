/** The law finds faults that a platform might have, and prints what repeats them. */
import { createMock, type Mock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { anyRequest } from './support/any-request.ts'
import { Connection, type Received, type Sent } from './support/exchange.ts'
import { namesOn } from './support/names.ts'
import { search } from './support/search.ts'

type Tamper = (answer: Received, sent: Sent) => Received

const without =
  (name: string): Tamper =>
  (answer) => {
    const { [name]: _, ...headers } = answer.headers
    return { ...answer, headers }
  }

const json =
  (change: (value: Record<string, unknown>) => object): Tamper =>
  (answer) =>
    answer.body === ''
      ? answer
      : { ...answer, body: JSON.stringify(change(Object(JSON.parse(answer.body)))) }

/** The fault alone, for answers that have that status. */
const on =
  (status: number, tamper: Tamper): Tamper =>
  (answer, sent) =>
    answer.status === status ? tamper(answer, sent) : answer

const faults: readonly (readonly [fault: string, tamper: Tamper, message: RegExp])[] = [
  ['a 500', on(404, (answer) => ({ ...answer, status: 500 })), /The platform failed/],
  ['an undocumented status', on(201, (answer) => ({ ...answer, status: 202 })), /no 202 for/],
  ['no X-Request-Id', without('x-request-id'), /The header x-request-id is missing/],
  [
    'an undocumented header',
    (answer) => ({ ...answer, headers: { ...answer.headers, 'x-more': '1' } }),
    /x-more is not documented/,
  ],
  [
    'another media type',
    (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
    /Content-Type is text\/html/,
  ],
  [
    'a key more',
    on(
      200,
      json((value) => ({ ...value, surplus: 1 })),
    ),
    /must NOT have additional properties/,
  ],
  [
    'a code that is none',
    on(
      422,
      json((value) => ({ ...value, code: 'odd' })),
    ),
    /breaks its schema/,
  ],
  ['a 401 without WWW-Authenticate', on(401, without('www-authenticate')), /WWW-Authenticate/],
  ['a 405 without Allow', on(405, without('allow')), /Allow is/],
  [
    'a refusal that names nothing',
    on(
      422,
      json((value) => ({ ...value, errors: undefined, detail: 'Wrong.' })),
    ),
    /does not name the fault/,
  ],
  [
    'a fault at a place that the request lacks',
    on(
      422,
      json((value) => ({
        ...value,
        errors: [{ pointer: '/a/b/c', message: 'a.b.c is missing.' }],
      })),
    ),
    /no place \/a\/b\/c/,
  ],
  [
    'a broken body accepted',
    on(415, (answer) => ({ ...answer, status: 204, body: '' })),
    /no 204 for|The request has a fault/,
  ],
  [
    'a valid body refused',
    on(
      201,
      json((value) => ({ ...value, id: undefined })),
    ),
    /breaks its schema/,
  ],
]

/** A connection that changes answers on their way. */
class Tampered extends Connection {
  readonly #tamper: Tamper

  constructor(port: number, tamper: Tamper) {
    super(port)
    this.#tamper = tamper
  }

  override async send(sent: Sent): Promise<Received> {
    return this.#tamper(await super.send(sent), sent)
  }
}

async function found(mock: Mock, tamper: Tamper): Promise<readonly string[]> {
  await using server = await serve(mock, { port: 0 })
  using connection = new Tampered(Number(new URL(server.url).port), tamper)
  const requests = anyRequest(await namesOn(mock))
  const findings = await search({ mock, connection }, requests, { count: 200, seed: 1, salt: 0 })
  return findings.map(({ message }) => message)
}

describe('a platform is found out that has', () => {
  test.each(faults)('%s', async (_, tamper, message) => {
    const texts = await found(createMock(), tamper)
    expect(texts.join('\n')).toMatch(message)
    expect(texts.join('\n')).toMatch(/npx rolecall mock --policy adaptive\n(?:curl -i .*\n?)+$/m)
  })

  test('a state that a refused call changes', async () => {
    const mock: Mock = createMock()
    const admin = mock.client({ as: 'admin@acme.test' })
    let count = 0
    const texts = await found(mock, (answer) => {
      if (answer.status === 403) void admin.teams.create({ key: `secret-${(count += 1)}` })
      return answer
    })
    expect(texts.join('\n')).toContain('The state changed.')
  })

  test('no answer', async () => {
    const texts = await found(createMock(), (answer) => {
      if (answer.status === 404) throw new Error('socket hang up')
      return answer
    })
    expect(texts.join('\n')).toContain('There is no answer: Error: socket hang up')
  })
})
