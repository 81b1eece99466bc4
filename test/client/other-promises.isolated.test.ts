import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Client, ClientOptions, Hooks } from 'rolecall'

const lines: string[] = []
const keep = (line: string) => void lines.push(line)
const told: string[] = []
const hooks: Hooks = { onRequest: async ({ operation }) => void told.push(operation) }

/**
 * Promises like those of zone.js, and so of Angular: async functions do not return the global class, and
 * `finally` does not go through `then`.
 */
class ZonePromise<T> extends Promise<T> {
  static override get [Symbol.species]() {
    return ZonePromise
  }
  override finally(done?: (() => void) | null): Promise<T> {
    // A subclass that never settles it, as a call does, waits for ever.
    return this.constructor === ZonePromise ? super.finally(done) : new ZonePromise(() => {})
  }
}

let make: (options: ClientOptions) => Client

beforeAll(async () => {
  vi.stubGlobal('Promise', ZonePromise)
  vi.resetModules()
  make = (await import('rolecall')).createClient
})
afterAll(() => vi.unstubAllGlobals())

test.each<[string, ClientOptions]>([
  ['no listener', {}],
  ['hooks', { hooks }],
  ['a logger', { logger: { error: keep, warn: keep, info: keep, debug: keep }, logLevel: 'debug' }],
  ['a token function', { token: async () => 'tok_given' }],
])('a call is answered with %s, under another global Promise', async (_, options) => {
  lines.length = told.length = 0
  const sent: (string | null)[] = []
  const client = make({
    baseUrl: 'https://platform.example',
    token: 'tok_given',
    fetch: async ({ headers }) => {
      sent.push(headers.get('authorization'))
      return Response.json({ key: 'reviewer' })
    },
    ...options,
  })
  const done = vi.fn<() => void>()
  await expect(client.roles.get('reviewer').finally(done)).resolves.toEqual({ key: 'reviewer' })
  await expect(client.roles.get('..').finally(done)).rejects.toThrow('roles.get: the argument role')
  expect(done).toHaveBeenCalledTimes(2)
  expect(sent).toEqual(['Bearer tok_given'])
  expect(told).toEqual(options.hooks ? ['roles.get'] : [])
  expect(lines.some((line) => line.includes('roles.get: 200 in'))).toBe(Boolean(options.logger))
})
