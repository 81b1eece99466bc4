import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { rolecall } from 'rolecall/mocks/vite'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sourceOfExports } from '../support/source-of.ts'
import { describeInChromium } from './describe-in-chromium.ts'

describeInChromium('the example with the plugin for Vite', (connect) => {
  let browser: Browser
  let root: string
  let server: ViteDevServer
  let page: Page

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'rolecall-app-'))
    cpSync('docs/examples/vite-plugin', root, { recursive: true })
    // For the state's file.
    writeFileSync(join(root, 'package.json'), '{}')
    server = await serveApp()
    page = await browser.newPage()
    await page.goto(`${origin()}?user=admin@acme.test`)
  })
  afterEach(async () => {
    await page.close()
    await server.close()
    rmSync(root, { recursive: true, force: true })
  })

  async function serveApp(port = 0): Promise<ViteDevServer> {
    const started = await createServer({
      configFile: false,
      root,
      cacheDir: join(root, '.vite'),
      logLevel: 'error',
      resolve: { alias: sourceOfExports() },
      plugins: [rolecall({ baseUrl: '/api' })],
      optimizeDeps: { include: ['openapi-fetch'] },
      server: { port, host: '127.0.0.1', fs: { strict: false } },
    })
    return started.listen()
  }

  const origin = () => server.resolvedUrls?.local[0] ?? ''
  // The page finds by itself that the server is back, and loads: that ends a visit which has begun.
  const open = () => vi.waitFor(() => page.goto(origin()), { timeout: 10_000 })
  const create = () => page.getByRole('button', { name: 'Create team' }).click()
  const teams = () => page.getByRole('listitem').allInnerTexts()
  const quality = () => page.getByText('Quality', { exact: true }).waitFor()

  const rename = async () => {
    const json = { 'Content-Type': 'application/json' }
    const user = JSON.stringify({ user: 'admin@acme.test' })
    const session = await fetch('/api/__mock/sessions', {
      method: 'POST',
      headers: json,
      body: user,
    })
    const { token } = await session.json()
    const answer = await fetch('/api/v1/teams/quality', {
      method: 'PATCH',
      headers: { ...json, Authorization: `Bearer ${token}` },
      body: '{"name":"Quality assurance"}',
    })
    if (!answer.ok) throw new Error(await answer.text())
  }

  test('calls the mock, which explains a denial', async () => {
    await create()
    await page.getByText('Created team Quality.').waitFor()
    expect(await teams()).toContain('Quality')
    await page.goto(origin())
    await create()
    await page.getByText('AD-05').waitFor()
  })

  test('keeps its state while a file of the app is edited', async () => {
    await create()
    await quality()
    const file = join(root, 'main.ts')
    const edited = `${readFileSync(file, 'utf8')}\ndocument.title = 'edited'\n`
    writeFileSync(file, edited)
    await page.waitForFunction(() => document.title === 'edited')
    await quality()
  })

  test('keeps its state over a restart of the dev server', async () => {
    await create()
    await quality()
    const { port } = new URL(origin())
    await server.close()
    server = await serveApp(Number(port))
    await open()
    await quality()
  })

  test('keeps its state when the dev server restarts by itself, as for a changed configuration', async () => {
    await create()
    await quality()
    // The page loads itself again.
    const loaded = page.waitForEvent('load')
    await server.restart()
    await loaded
    await quality()
    // What changes after it is saved too.
    const { port } = new URL(origin())
    await page.evaluate(rename)
    await server.close()
    server = await serveApp(Number(port))
    await open()
    await page.getByText('Quality assurance').waitFor()
  })
})
