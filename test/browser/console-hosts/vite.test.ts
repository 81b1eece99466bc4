import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { type PluginOptions, rolecall } from 'rolecall/mocks/vite'
import { createServer } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { sourceOfExports } from '../../support/source-of.ts'
import { describeInChromium } from '../describe-in-chromium.ts'
import { firstView } from './first-view.ts'
import { openWatched } from './watched.ts'

describeInChromium('the console of the plugin for Vite', (connect) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  /** Serves the example with the plugin. Returns its URL. */
  async function serveApp(base: string, options: PluginOptions): Promise<string> {
    const root = mkdtempSync(join(tmpdir(), 'rolecall-app-'))
    cpSync('docs/examples/vite-plugin', root, { recursive: true })
    writeFileSync(join(root, 'package.json'), '{}')
    const server = await createServer({
      configFile: false,
      root,
      base,
      cacheDir: join(root, '.vite'),
      logLevel: 'error',
      resolve: { alias: sourceOfExports() },
      plugins: [rolecall(options)],
      optimizeDeps: { include: ['openapi-fetch'] },
      server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
    })
    onTestFinished(async () => {
      await server.close()
      rmSync(root, { recursive: true, force: true })
    })
    await server.listen()
    return server.resolvedUrls?.local[0] ?? ''
  }

  test.each([
    ['/', '/api'],
    ['/app/', '/'],
  ])('opens below base %s, with the mock below %s', async (base, baseUrl) => {
    const url = await serveApp(base, { baseUrl })
    const { page } = await openWatched(browser, `${url}__rolecall/`)
    await firstView(page)
  })

  test('opens in a panel of the app', async () => {
    const url = await serveApp('/app/', { baseUrl: '/api', console: 'panel' })
    const { page } = await openWatched(browser, url)
    await page.getByRole('button', { name: 'Rolecall' }).click()
    const frame = page.frameLocator('iframe')
    await firstView(frame)
    expect(await frame.locator('html').evaluate(() => location.pathname)).toBe('/app/__rolecall/')
  })
})
