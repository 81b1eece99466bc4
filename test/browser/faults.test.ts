import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'
import { mockedPages } from './mocked/mocked-pages.ts'

describeInChromium('a plan of faults', (connect) => {
  const pages = mockedPages(connect)

  test("is carried out by the page's worker: late, limited, cut and offline", async () => {
    const page = await pages().open()
    const seen = await page.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api', persist: false })
      const token = await mock.signIn('admin@acme.test')
      const client = rolecall.createClient({ baseUrl: '/api', token, retries: 0 })
      const failure = (call: PromiseLike<unknown>) =>
        call.then(
          () => undefined,
          (error: unknown) =>
            error instanceof Error && {
              name: error.name,
              ...('status' in error && { status: error.status }),
              ...('retryAfter' in error && { retryAfter: error.retryAfter }),
            },
        )

      mock.faults.set({ rules: [{ on: 'users.me', latency: 150 }] })
      const started = performance.now()
      const { email } = await client.users.me()
      const waited = performance.now() - started

      mock.faults.set({ rules: [{ on: 'users.me', rate: { requests: 1, per: 60_000 } }] })
      const { response } = await client.users.me().withResponse()
      const limited = await failure(client.users.me())

      mock.faults.set({ rules: [{ connection: 'cut' }] })
      const cut = await failure(client.users.me())

      mock.faults.set({ rules: [{ offline: true }] })
      const offline = await failure(client.users.me())
      const fetched = await fetch('/api/v1/me').then(
        () => 'answered',
        (error: unknown) => String(error),
      )

      mock.faults.set({ rules: [{ connection: 'stall' }] })
      const stalled = await failure(client.users.me({ timeout: 100 }))

      mock.faults.clear()
      const after = await client.users.me()
      return {
        email,
        isLate: waited >= 145,
        limit: response.headers.get('ratelimit'),
        failures: { limited, cut, offline, stalled },
        fetched,
        after: after.email,
        faults: mock.requests.flatMap(({ fault }) => fault ?? []),
      }
    })
    expect(seen).toEqual({
      email: 'admin@acme.test',
      isLate: true,
      limit: '"rule-0";r=0;t=60',
      failures: {
        limited: { name: 'RateLimitError', status: 429, retryAfter: 60_000 },
        cut: { name: 'ConnectionError' },
        offline: { name: 'ConnectionError' },
        stalled: { name: 'TimeoutError' },
      },
      fetched: 'TypeError: Failed to fetch',
      after: 'admin@acme.test',
      faults: [
        { rules: [0], latency: 150 },
        { rules: [0], status: 429, code: 'rate_limited', effect: 'before' },
        { rules: [0], connection: 'cut', effect: 'after' },
        { rules: [0], connection: 'refuse', effect: 'before' },
        { rules: [0], connection: 'refuse', effect: 'before' },
        { rules: [0], connection: 'stall', effect: 'after' },
      ],
    })
  })

  test('gives the same answers in Chromium as in Node', async () => {
    const page = await pages().open()
    const plan = {
      seed: 'same',
      rules: [
        { latency: { median: 2, p99: 40 }, share: 0.5 },
        { status: 503, share: 0.2 },
        { connection: 'refuse' as const, nth: { every: 9 } },
      ],
    }
    const here = await page.evaluate(async (faults) => {
      const mock = await rolecall.startMock({ baseUrl: '/api', persist: false, faults })
      for (let call = 0; call < 60; call += 1) {
        // oxlint-disable-next-line no-await-in-loop -- Their order counts.
        await fetch('/api/v1/me').catch(() => {})
      }
      return mock.requests.map(({ status, fault }) => [status, fault])
    }, plan)
    const mock = createMock({ faults: plan })
    const message = { method: 'GET', path: '/v1/me', query: '', headers: {} }
    for (let call = 0; call < 60; call += 1) mock.handle(message)
    const there = mock.requests.map(({ status, fault }) => [status, fault])
    expect(here).toEqual(there)
  })
})
