import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright'
import { createMock, type Mock } from 'rolecall/mocks'
import { type MockServer, serve } from 'rolecall/mocks/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'

interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly mode?: RequestMode
  readonly credentials?: RequestCredentials
}

const site = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A page</title>')
})
const mock: Mock = createMock()
let sitePort = 0
let server: MockServer

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  sitePort = typeof address === 'object' && address !== null ? address.port : 0
  server = await serve(mock, { port: 0 })
})
beforeEach(() => mock.reset())
afterAll(async () => {
  site.close()
  await server.close()
})

describeInChromium('the mock and pages of strangers', (connect) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  async function open(url: string): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(url)
    return page
  }

  /** Sends a request from the page: the answer's text, or `no answer`. */
  const send = (page: Page, path: string, init: Sent): Promise<string> =>
    page.evaluate(
      async ([url, options]) =>
        fetch(url, options)
          .then(async (answer) => (answer.type === 'opaque' ? 'opaque' : answer.text()))
          .catch(() => 'no answer'),
      [server.url + path, init] as const,
    )

  const signIn: Sent = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"user":"admin@acme.test"}',
  }

  test('a page of another site signs nobody in, reads no token and resets nothing', async () => {
    await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'qa' })
    const before = mock.state
    const page = await open(`http://evil.test:${sitePort}/`)

    expect(await send(page, '/__mock/sessions', signIn)).toBe('no answer')
    expect(await send(page, '/', { headers: { Accept: 'application/json' } })).toBe('no answer')
    const authorization = `Bearer ${mock.token('admin@acme.test')}`
    const withToken = { method: 'DELETE', headers: { authorization } }
    expect(await send(page, '/v1/teams/qa', withToken)).toBe('no answer')
    for (const path of ['/__mock/reset', '/__mock/sessions', '/v1/teams']) {
      expect(await send(page, path, { ...signIn, mode: 'no-cors' })).toBe('opaque')
    }
    const answered = page.waitForResponse(`${server.url}/__mock/reset`)
    await page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), {
        method: 'post',
        enctype: 'text/plain',
        action,
      })
      document.body.append(form)
      form.submit()
    }, `${server.url}/__mock/reset`)
    expect((await answered).status()).toBe(403)

    expect(mock.state).toBe(before)
    expect(mock.requests.map(({ operation }) => operation)).toEqual(['teams.create'])
    await page.close()
  })

  test('a page whose name resolves to the mock (DNS rebinding) gets no answer from it', async () => {
    const page = await open(`http://evil.test:${server.port}/`)
    const text = await page.evaluate(() => document.body.innerText)
    expect(text).toContain('This mock is not evil.test.')
    expect(text).not.toContain('rct_')
    expect(await page.evaluate(async () => (await fetch('/v1/me')).status)).toBe(403)
    await page.close()
  })

  test.each(['localhost', '127.0.0.1'])(
    'a front end served by %s signs in and calls the API without any setting',
    async (host) => {
      const page = await open(`http://${host}:${sitePort}/`)
      const session: unknown = JSON.parse(await send(page, '/__mock/sessions', signIn))
      const token = mock.token('admin@acme.test')
      expect(session).toEqual({ token })
      const made = await send(page, '/v1/teams', {
        method: 'POST',
        credentials: 'include',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'one',
          'X-Own-Header': 'too',
        },
        body: '{"key":"qa"}',
      })
      expect(JSON.parse(made)).toMatchObject({ key: 'qa' })
      await page.close()
    },
  )
})
