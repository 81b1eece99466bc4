import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { createMock } from 'rolecall/mocks'
import { type MockServer, serve } from 'rolecall/mocks/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'

describeInChromium('the reference of a served mock', (connect) => {
  let browser: Browser
  let server: MockServer

  beforeAll(async () => {
    browser = await connect()
    server = await serve(createMock(), { port: 0 })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function open(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    page.on('console', (message) => {
      throw new Error(message.text())
    })
    await page.goto(`${server.url}/reference`)
    return page
  }

  test('is read without scripts: by its links, headings and tables', async () => {
    const page = await open({ javaScriptEnabled: false })
    const links = page.getByRole('navigation', { name: 'Operations' }).getByRole('link')
    await links.getByText('evaluateAll').click()
    expect(page.url()).toBe(`${server.url}/reference#access.evaluateAll`)
    const section = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 3, name: 'roles.create' }) })
    expect(await section.getByRole('columnheader').allTextContents()).toContain('Needs')
    const example = section.getByText('adaptive', { exact: true })
    await example.click()
    await section.getByText('Answers 201:').waitFor({ state: 'visible' })
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('is as wide as a phone, in %s colors', async (scheme) => {
    const page = await open({ colorScheme: scheme, viewport: { width: 390, height: 844 } })
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(ground).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)')
    await page.context().close()
  })
})
