import assert from 'node:assert/strict'
import { createClient, RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { table } from 'rolecall/notebook'
import { afterAll, describe, expect, test, vi } from 'vitest'

// Elsewhere nothing is marked.
vi.stubGlobal('Deno', { jupyter: {} })
afterAll(() => vi.unstubAllGlobals())

const mock = createMock()
const admin = mock.client({ as: 'admin@acme.test' })
const lead = mock.client({ as: 'lead@acme.test' })

/** The display of a cell's last value in a Deno notebook. */
async function display(value: object): Promise<Record<string, string>> {
  const show: unknown = Reflect.get(value, Symbol.for('Jupyter.display'))
  assert(typeof show === 'function')
  const shown: Record<string, string> = await Reflect.apply(show, value, [])
  return shown
}

/** The error that was thrown, to be displayed. */
const asThing = (error: unknown): object => Object(error)

const text = async (value: object) => (await display(value))['text/plain']

describe('a notebook shows', () => {
  test('a page of a list as a table: a row an item', async () => {
    const page = await admin.users.list({ team: 'support', limit: 2 })
    const lines = (await text(page))?.split('\n') ?? []
    expect(lines[0]).toBe('2 of a list that goes on')
    expect(lines[1]).toMatch(/^id +email +name /)
    expect(lines[2]).toContain('support')
    expect((await display(page))['text/html']).toMatch(
      /^<table><caption[^>]*>2 of a list that goes on<\/caption><thead>.*<tbody>(<tr>.*){2}<\/tbody>/,
    )
  })

  test('the first page of a list that was not awaited', async () => {
    const list = admin.teams.list()
    expect(await text(list)).toBe(await text(await list))
  })

  test('all items of a list, and custom rows', async () => {
    const users = await admin.users.list().toArray()
    expect(await text(users)).toContain(`${users.length} in all`)
    const paused = users.filter(({ email }) => email === 'lead@acme.test')
    expect(await text(table(paused))).toContain('1 in all')
  })

  test('one resource, and the decision on a call with its remedies', async () => {
    expect(await text(await admin.users.me())).toContain('email      admin@acme.test')
    const shown = await text(await lead.can('roles.create', { key: 'qa', permissions: [] }))
    expect(shown).toContain('Denied: roles.create')
    expect(shown).toMatch(
      /^remedy 1 +users\.update\("lead@acme\.test", \{"teams":\{"admin":"platform_admin"\}\}\)\n +Ask admin@acme\.test, /m,
    )
  })

  test('the matrix, people by actions', async () => {
    const matrix = await admin.policy.matrix()
    const lines = (await text(matrix))?.split('\n') ?? []
    expect(lines[0]).toBe('Who may do what, by the policy adaptive')
    expect(lines).toHaveLength(matrix.personas.length + 2)
    expect(lines[2]).toMatch(/^admin@acme\.test.* yes \(AD-/)
  })

  test('a denial with its decision, and the faults of a body', async () => {
    const denied = await lead.teams.create({ key: 'qa' }).catch(asThing)
    expect(await text(denied)).toMatch(
      /^PermissionDeniedError: AD-05[^]*\nDenied: teams\.create \(403 permission_denied\)\n[^]*\nremedy 1 /,
    )
    const wrong = await admin.teams.create({ key: 'No' }).catch(asThing)
    expect(await text(wrong)).toMatch(/where +what is wrong\n\/key +/)
  })

  test('a failure that was not awaited as the failure of its cell', async () => {
    await expect(display(admin.users.get('nobody@acme.test'))).rejects.toBeInstanceOf(RolecallError)
  })
})

test('names are text, whatever they look like', async () => {
  const evil = '<img src=x onerror="alert(1)">&'
  const team = await admin.teams.create({ key: 'evil', name: evil })
  const html = (await display(team))['text/html']
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;')
  expect(html).not.toContain('<img')
})

test('no secrets in the saved output', async () => {
  const created = await admin.users.create({ email: 'nightly@acme.test', type: 'service' })
  expect(created.apiKey).toBeDefined()
  const shown = JSON.stringify(await display(created))
  expect(shown).not.toContain(created.apiKey)
  expect(shown).toContain('(hidden: read .apiKey)')
})

test('plain data: keys, JSON, copies and comparisons ignore the display', async () => {
  const user = await admin.users.me()
  const plain: unknown = JSON.parse(JSON.stringify(user))
  assert.deepStrictEqual(user, plain)
  expect(user).toStrictEqual(plain)
  expect(structuredClone(user)).toStrictEqual(plain)
  expect({ ...user }).toStrictEqual(plain)
  expect(Object.getOwnPropertySymbols({ ...user })).toEqual([])
  expect(Object.keys(await admin.can('roles.list'))).not.toContain('Jupyter.display')
})

test('a shared or frozen answer too', async () => {
  const call = admin.teams.list()
  const [one, other] = await Promise.all([call, call])
  expect(one).toBe(other)
  Object.freeze(one)
  expect(await text(await call)).toContain('in all')
})

test('no token', async () => {
  const token = 'rct_secretsecret'
  const client = createClient({
    baseUrl: 'https://platform.example',
    token,
    fetch: () => Promise.reject(new TypeError(`no way with ${token}`)),
    retries: 0,
  })
  const error = await client.users.me().catch(asThing)
  expect(JSON.stringify(await display(error))).not.toContain(token)
})
