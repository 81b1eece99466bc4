import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startProxy } from '../../support/proxy.ts'
import { describeInChromium } from '../describe-in-chromium.ts'
import { firstView } from './first-view.ts'
import { openWatched } from './watched.ts'

describeInChromium('the console on a port', (connect) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  async function start(baseUrl?: string) {
    const mock = createMock()
    const server = await serve(mock, { port: 0, ...(baseUrl && { baseUrl }) })
    onTestFinished(() => server.close())
    return { mock, server }
  }

  test('shows its first view, and the calls that the mock answers', async () => {
    const { mock, server } = await start()
    const { page } = await openWatched(browser, server.url)
    await firstView(page)
    await mock.client({ as: 'lead@acme.test' }).users.me()
    expect(mock.requests.map(({ operation }) => operation)).toContain('users.me')
  })

  const prefix = '/corp/ai-platform'

  test.each([
    { strips: true, keepsHost: false, baseUrl: prefix },
    { strips: false, keepsHost: true, baseUrl: prefix },
    // A proxy that the mock was not told of.
    { strips: true, keepsHost: true, baseUrl: undefined },
  ])('works behind a proxy, below a path: %j', async ({ baseUrl, ...kind }) => {
    const { server } = await start(baseUrl)
    const origin = await startProxy({ target: server.url, prefix, ...kind })
    const { page, requested } = await openWatched(browser, `${origin}${prefix}/`)
    await firstView(page)
    expect(requested.filter((url) => !url.startsWith(origin + prefix))).toEqual([])
  })

  test('works at the path of a proxy without a slash at its end', async () => {
    const { server } = await start(prefix)
    const { page } = await openWatched(browser, server.url + prefix)
    await firstView(page)
  })

  test.each([
    ['js', 130_000],
    ['css', 12_000],
  ])(
    'loads at most so many bytes of .%s before its first view, gzipped: %i',
    async (ending, most) => {
      const { server } = await start()
      const { page, requested } = await openWatched(browser, server.url)
      await firstView(page)
      const files = requested.filter((url) => url.endsWith(`.${ending}`))
      expect(files).not.toEqual([])
      const sizes = files.map(async (url) => {
        const answer = await fetch(url)
        return gzipSync(await answer.text(), { level: 9 }).byteLength
      })
      const sum = (await Promise.all(sizes)).reduce((one, other) => one + other, 0)
      expect(sum).toBeLessThanOrEqual(most)
    },
  )

  test('gives way to the plain page without JavaScript', async () => {
    const { server } = await start()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(server.url)
    await page.waitForURL(`${server.url}/plain`)
    await page.getByRole('rowheader', { name: 'lead@acme.test', exact: true }).waitFor()
    await context.close()
  })

  test('asks for its files once: the browser keeps them', async () => {
    const { server } = await start()
    const { page } = await openWatched(browser, server.url)
    await firstView(page)
    const sizes: number[] = []
    page.on('response', async (response) => {
      if (!response.url().includes('/console/assets/')) return
      sizes.push((await response.request().sizes()).responseBodySize)
    })
    await page.reload()
    await firstView(page)
    expect(sizes.filter((size) => size > 0)).toEqual([])
  })
})
