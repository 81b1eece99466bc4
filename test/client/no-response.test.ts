import { createClient, type Hooks, RolecallError } from 'rolecall'
import { createCore } from 'rolecall/core'
import { rolesClient } from 'rolecall/resources/roles'
import { beforeEach, describe, expect, test, vi } from 'vitest'

const fakes: [what: string, answer: unknown, kind: string][] = [
  ['nothing', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a text', 'ok', 'string'],
  ['an empty object', {}, 'object'],
  ['a list', [], 'array'],
  ['a stub with a few members', { ok: true, json: () => ({}) }, 'object'],
  ['a status alone', { status: 200 }, 'object'],
  ['headers alone', { headers: new Headers() }, 'object'],
  ['headers of another kind', { status: 200, headers: {} }, 'object'],
]

describe.each(fakes)('a fetch that answers %s', (_, answer, kind) => {
  const sent: string[] = []
  const told: unknown[] = []
  const hooks: Hooks = { onResponse: ({ error }) => void told.push(error) }
  const fetch = vi.fn<(request: Request) => Promise<Response>>()
  beforeEach(() => {
    sent.length = 0
    Reflect.apply(fetch.mockImplementation, fetch, [
      async ({ url }: Request) => {
        sent.push(url)
        return answer
      },
    ])
  })
  const options = { baseUrl: 'https://platform.example', fetch }
  const client = createClient({ ...options, hooks })

  test.each([
    ['users.me', () => client.users.me()],
    ['users.list', () => client.users.list().toArray()],
    ['teams.get', () => client.teams.update('support', () => ({}))],
    ['users.remove', () => client.users.remove('lead@acme.test')],
    ['access.evaluate', () => client.can('users.me')],
    ['access.evaluateAll', () => client.can.all([['users.me'], ['roles.list']])],
    ['access.searchActions', () => client.abilities()],
    ['roles.get', () => rolesClient(createCore(options)).get('admin')],
  ])('gets an error that names it, and no retry: %s', async (operation, call) => {
    const error = await call().then(
      () => 'It was answered',
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(RolecallError)
    const fault =
      kind === 'undefined'
        ? 'is missing: it must be an unread Response'
        : `must be an unread Response, not ${kind}`
    expect(error).toHaveProperty('message', `The answer of fetch ${fault}`)
    expect(sent).toHaveLength(1)
    if (operation !== 'roles.get') expect(told.at(-1)).toBe(error)
  })
})
