import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClient, RolecallError } from '../../src/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { runs } from '../properties/runs.ts'
import { startServer } from '../support/recording-server.ts'

const withArguments = Object.entries(operations)
  .map(([id, { method, path, parameters }]) => ({ id, method, path, parameters: [...parameters] }))
  .filter(({ parameters }) => parameters.length > 0)

/** Arguments that name no resource, or would name another endpoint. */
const refused = [
  '',
  ' ',
  '\t',
  '.',
  '..',
  '\n',
  'a\nb',
  '..\n',
  '\r..',
  '\u0000',
  'a\u2028b',
  '\u0085',
  '\ud800',
  undefined,
  null,
  7,
  {},
  ['..'],
]

/** Arguments that look like another path, and are valid names. */
const escaped = [
  '...',
  '..a',
  ' ..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '../roles',
  '..\\roles',
  '/',
  '//elsewhere.example',
  'a/b',
  'a/../../me',
  'a\\b',
  'a?b#c',
  'a;b',
  'a:b@c',
  '$&',
  '{role}',
  '%',
  '%00',
  'ä@acme.test',
  '\u202e',
  '．．',
  '😀',
]

describe.each(withArguments)('$id', ({ id, method, path, parameters }) => {
  // Each argument in turn; the others are ordinary.
  const places = parameters.map((name, place) => ({
    name,
    args: (value: unknown) => parameters.map((_, index) => (index === place ? value : 'other')),
  }))

  test('refuses an invalid name, and sends nothing', async () => {
    const { origin, requests } = await startServer()
    const client = createClient({ baseUrl: origin })
    for (const { name, args } of places) {
      for (const value of refused) {
        const call = client.call(id, ...args(value))
        await expect(call).rejects.toThrow(RolecallError)
        const verb = value === undefined || value === '' ? 'is missing: it must' : 'must'
        await expect(call).rejects.toThrow(
          `${id}: the argument ${name} ${verb} be an id or a natural key`,
        )
      }
    }
    expect(requests).toEqual([])
  })

  test('keeps each argument in its own segment', async () => {
    const { origin, requests } = await startServer(() => ({ json: { data: [], nextCursor: null } }))
    const client = createClient({ baseUrl: origin })
    for (const { args } of places) {
      for (const value of escaped) {
        await client.call(id, ...args(value))
        const { method: sent, url = '' } = requests.at(-1) ?? {}
        expect(sent).toBe(method)
        expect(url.split('/').map(decodeURIComponent)).toEqual(expected(path, args(value)))
      }
    }
    expect(requests).toHaveLength(places.length * escaped.length)
  })
})

/** The segments of a path, with its arguments in place. */
function expected(path: string, args: readonly unknown[]): string[] {
  const rest = [...args]
  return path.split('/').map((part) => (part.startsWith('{') ? String(rest.shift()) : part))
}

test('no text reaches another endpoint, or arrives as another text', async () => {
  const dots = fc.constantFrom('.', '..', '%2e', '%2E', '/', '\\', '%2f', '%', '?', '#', ';', '\n')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof(dots, fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 5 })
      .map((parts) => parts.join('')),
  )
  let sent: URL[] = []
  const client = createClient({
    baseUrl: 'https://platform.example',
    fetch: async ({ url }) => {
      sent.push(new URL(url))
      return Response.json({})
    },
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...withArguments),
      fc.array(text, { minLength: 2, maxLength: 2 }),
      async ({ id, path, parameters }, texts) => {
        sent = []
        const args = texts.slice(0, parameters.length)
        const error: unknown = await client.call(id, ...args).then(
          () => undefined,
          (reason: unknown) => reason,
        )
        const [url] = sent
        if (!url) {
          expect(error).toBeInstanceOf(RolecallError)
          return
        }
        expect(url.origin + url.search + url.hash).toBe('https://platform.example')
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(expected(path, args))
      },
    ),
    runs({ cases: 500 }),
  )
})

test('a missing argument is named, and no template is sent', async () => {
  const { origin, requests } = await startServer()
  const { members } = createClient({ baseUrl: origin }).projects
  await expect(Reflect.apply(members.get, members, [])).rejects.toThrow(
    'the argument project is missing',
  )
  await expect(Reflect.apply(members.get, members, ['bot'])).rejects.toThrow(
    'the argument member is missing: it must be an id or a natural key',
  )
  expect(requests).toEqual([])
})
