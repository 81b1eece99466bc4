import { expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'
import { mockedPages } from './mocked/mocked-pages.ts'

describeInChromium('startMock', (connect) => {
  const pages = mockedPages(connect)

  test('lets every other request through, in silence', async () => {
    const page = await pages().open()
    const texts = await page.evaluate(async () => {
      await rolecall.startMock({ baseUrl: '/api' })
      const own = await fetch('/mockServiceWorker.js')
      return [own.status, (await own.text()).includes('addEventListener')]
    })
    expect(texts).toEqual([200, true])
    expect(pages().printed).toEqual([])
  })

  test('says what to do if the script of the worker is missing', async () => {
    const page = await pages().open()
    const message = await page.evaluate(() =>
      rolecall
        .startMock({ baseUrl: '/api', workerUrl: '/nowhere.js' })
        .then(() => 'It started.')
        .catch((error: unknown) => String(error)),
    )
    expect(message).toContain('npx msw init public/')
    expect(message).toContain('/nowhere.js')
  })

  test('signs in the user of the URL, and anybody else', async () => {
    const page = await pages().open('?mock-user=lead@acme.test')
    const users = await page.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      const client = rolecall.createClient({
        baseUrl: '/api',
        token: () => mock.signedIn?.token ?? null,
      })
      const first = await client.users.me()
      await mock.signIn('admin@acme.test')
      const second = await client.users.me()
      return [first.email, second.email]
    })
    expect(users).toEqual(['lead@acme.test', 'admin@acme.test'])
  })

  test('refuses an unknown user, and suggests the nearest', async () => {
    const page = await pages().open('?mock-user=leed@acme.test')
    const message = await page.evaluate(() =>
      rolecall.startMock({ baseUrl: '/api' }).then(
        () => 'It started.',
        (error: unknown) => String(error),
      ),
    )
    expect(message).toContain('Did you mean lead@acme.test')
  })

  test('returns the running mock for the same options, and replaces it for others', async () => {
    const page = await pages().open()
    const outcome = await page.evaluate(async () => {
      const first = await rolecall.startMock({ baseUrl: '/api' })
      const same = await rolecall.startMock({ baseUrl: '/api' })
      const other = await rolecall.startMock({ baseUrl: '/platform', seed: 'other' })
      const client = rolecall.createClient({
        baseUrl: '/platform',
        token: other.token('admin@acme.test'),
      })
      const { email } = await client.users.me()
      const { status } = await fetch('/api/v1/me')
      await other.stop()
      const stopped = await fetch('/platform/v1/me')
      return [first === same, email, status, stopped.headers.get('content-type')]
    })
    expect(outcome).toEqual([true, 'admin@acme.test', 404, null])
  })
})

for (const { major, base } of [
  { major: 3, base: '' },
  { major: 2, base: '/msw2' },
]) {
  describeInChromium(`startMock on MSW ${major}`, (connect) => {
    const pages = mockedPages(connect, base)
    const options = { baseUrl: '/api', workerUrl: `${base}/mockServiceWorker.js` }

    test('answers the calls of a client from the worker', async () => {
      const page = await pages().open()
      const keys = await page.evaluate(async (options) => {
        const mock = await rolecall.startMock(options)
        const token = await mock.signIn('admin@acme.test')
        const client = rolecall.createClient({ baseUrl: '/api', token })
        await client.teams.create({ key: 'qa' })
        return (await client.teams.list().toArray()).map(({ key }) => key)
      }, options)
      expect(keys).toContain('qa')
      expect(pages().printed).toEqual([])
    })

    test('carries out faults: offline, and 429 with Retry-After', async () => {
      const page = await pages().open()
      const outcomes = await page.evaluate(async (options) => {
        const mock = await rolecall.startMock(options)
        const token = await mock.signIn('admin@acme.test')
        const headers = { Authorization: `Bearer ${token}` }
        const call = () => fetch('/api/v1/me', { headers })
        mock.faults.set({ rules: [{ offline: true }] })
        const offline = await call().catch((error: unknown) => String(error))
        mock.faults.set({ rules: [{ rate: { requests: 1, per: 60_000 } }] })
        const first = await call()
        const second = await call()
        mock.faults.clear()
        const last = await call()
        const after = Number(second.headers.get('Retry-After')) > 0
        return [offline, first.status, second.status, after, last.status]
      }, options)
      expect(outcomes).toEqual(['TypeError: Failed to fetch', 200, 429, true, 200])
    })
  })
}
