import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'
import { mockedPages, ready } from './mocked/mocked-pages.ts'

/** Starts the mock in a page, and creates teams of these keys, all at once. Returns the keys of all. */
const createTeams = (
  page: Page,
  keys: readonly string[],
  policy: 'adaptive' | 'bigml' = 'adaptive',
) =>
  page.evaluate(
    async ([given, policyName]) => {
      const mock = await rolecall.startMock({ baseUrl: '/api', policy: policyName })
      const token = await mock.signIn('admin@acme.test')
      const client = rolecall.createClient({ baseUrl: '/api', token })
      // Under other policies, the organization has no teams.
      if (policyName !== 'adaptive') return []
      await Promise.all(given.map((key) => client.teams.create({ key })))
      const teams = await client.teams.list({ limit: 200 }).toArray()
      return teams.map(({ key }) => key)
    },
    [keys, policy] as const,
  )

const keys = (prefix: string) => Array.from({ length: 50 }, (_, index) => `${prefix}-${index}`)

/** What changes with each call: not the last call's token, but everything that it left. */
const auditOf = (page: Page) =>
  page.evaluate(async () => {
    const mock = await rolecall.startMock({ baseUrl: '/api' })
    const client = rolecall.createClient({ baseUrl: '/api', token: mock.token('admin@acme.test') })
    const entries = await client.audit.list({ limit: 200 }).toArray()
    return entries.map(({ id, operation }) => ({ id, operation }))
  })

describeInChromium('the stored state of a page', (connect) => {
  const pages = mockedPages(connect)

  test('is the same after a reload, with its audit, its kept answers and its clock', async () => {
    const page = await pages().open()
    const before = await page.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      const token = await mock.signIn('admin@acme.test')
      const client = rolecall.createClient({ baseUrl: '/api', token })
      const made = await client.teams.create({ key: 'qa' }, { idempotencyKey: 'once' })
      return { made, state: mock.state }
    })
    await page.reload()
    await ready(page)
    const after = await page.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      const { state } = mock
      const { user = '', token = null } = mock.signedIn ?? {}
      const client = rolecall.createClient({ baseUrl: '/api', token })
      const again = await client.teams.create({ key: 'qa' }, { idempotencyKey: 'once' })
      const [entry] = await client.audit.list().toArray()
      return { user, state, made: again, audit: entry?.operation }
    })
    expect(after).toEqual({ ...before, user: 'admin@acme.test', audit: 'teams.create' })
    expect(pages().printed).toEqual([])
  })

  test('loses nothing when two tabs write at once', async () => {
    const [one, two] = [await pages().open(), await pages().open()]
    const [ones, twos] = [keys('one'), keys('two')]
    await Promise.all([createTeams(one, ones), createTeams(two, twos)])
    const inOne = await createTeams(one, [])
    const inTwo = await createTeams(two, [])
    expect(inOne).toEqual(inTwo)
    expect(inOne).toHaveLength(new Set(inOne).size)
    expect(inOne).toEqual(expect.arrayContaining([...ones, ...twos]))
    const audit = await auditOf(two)
    expect(await auditOf(one)).toEqual(audit)
    expect(audit.filter(({ operation }) => operation === 'teams.create')).toHaveLength(100)
    expect(new Set(audit.map(({ id }) => id)).size).toBe(audit.length)
    await one.reload()
    await ready(one)
    expect(await createTeams(one, [])).toEqual(inTwo)
    expect(pages().printed).toEqual([])
  })

  test('is followed by other tabs that make no call', async () => {
    const [one, two] = [await pages().open(), await pages().open()]
    await createTeams(two, [])
    await createTeams(one, ['qa'])
    await two.waitForFunction(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      return mock.state.includes('"qa"')
    })
  })

  test('has in every tab the policy that one has put in force', async () => {
    const [one, two] = [await pages().open(), await pages().open()]
    await createTeams(two, [])
    await createTeams(one, ['qa'])
    await one.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      mock.use({ ...mock.policy, title: 'Our policy' })
      await mock.stored()
    })
    await two.waitForFunction(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      return mock.policy.title === 'Our policy' && mock.state.includes('"qa"')
    })
  })

  test('holds what levers change', async () => {
    const page = await pages().open()
    await createTeams(page, ['qa'])
    await page.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      mock.reset()
      mock.seed({ users: [{ email: 'new@acme.test', name: 'New' }] })
      await mock.stored()
    })
    await page.reload()
    await ready(page)
    const state = await page.evaluate(
      async () => (await rolecall.startMock({ baseUrl: '/api' })).state,
    )
    expect(state).not.toContain('"qa"')
    expect(state).toContain('new@acme.test')
  })

  test('is set aside for another policy, and is there again with its own', async () => {
    const page = await pages().open()
    await createTeams(page, ['qa'])
    await page.reload()
    await ready(page)
    await createTeams(page, [], 'bigml')
    expect(pages().printed).toEqual([
      expect.stringMatching(/set aside.*policy is adaptive.*start the mock with policy adaptive/),
    ])
    await page.reload()
    await ready(page)
    expect(await createTeams(page, [])).toContain('qa')
    expect(pages().printed).toHaveLength(1)
  })

  test('is set aside if it can not be read, and says where', async () => {
    const page = await pages().open()
    await createTeams(page, ['qa'])
    await page.evaluate(async () => {
      const done = (request: IDBRequest) =>
        new Promise((resolve) => request.addEventListener('success', resolve))
      const opening = indexedDB.open(`rolecall ${location.origin}/api`)
      await done(opening)
      const store = opening.result.transaction('entries', 'readwrite').objectStore('entries')
      const keys = store.getAllKeys()
      await done(keys)
      const last = keys.result.at(-1)
      const [name] = Array.isArray(last) ? last : []
      const entry = { snapshot: { format: 'rolecall/0' } }
      await done(store.put({ number: 1000, entry }, [String(name), 1000]))
      opening.result.close()
    })
    await page.reload()
    await ready(page)
    expect(await createTeams(page, ['qb'])).not.toContain('qa')
    expect(pages().printed).toEqual([expect.stringMatching(/set aside.*IndexedDB database/)])
    await page.reload()
    await ready(page)
    expect(await createTeams(page, [])).toContain('qb')
    expect(pages().printed).toHaveLength(1)
  })

  test.each([
    ['is missing', () => Reflect.deleteProperty(globalThis, 'indexedDB')],
    [
      'may not be used',
      () => {
        Object.defineProperty(globalThis, 'indexedDB', {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
      },
    ],
    [
      'is full later',
      () => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('No space left.', 'QuotaExceededError')
        }
      },
    ],
  ])('stays in memory if IndexedDB %s, with one warning', async (_, prepare) => {
    const page = await pages().open('', (opened) => opened.addInitScript(prepare))
    expect(await createTeams(page, ['qa', 'qb'])).toEqual(expect.arrayContaining(['qa', 'qb']))
    expect(await createTeams(page, ['qc'])).toEqual(expect.arrayContaining(['qa', 'qc']))
    expect(pages().printed).toEqual([expect.stringContaining('in memory alone')])
  })

  test('is kept without Web Locks too, as on an insecure origin', async () => {
    const open = () =>
      pages().open('', (page) =>
        page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks')),
      )
    const [one, two] = [await open(), await open()]
    await Promise.all([createTeams(one, keys('one')), createTeams(two, keys('two'))])
    const inOne = await createTeams(one, [])
    expect(await createTeams(two, [])).toEqual(inOne)
    expect(inOne).toEqual(expect.arrayContaining([...keys('one'), ...keys('two')]))
  })
})
