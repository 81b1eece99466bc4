import type { Page } from 'playwright'
import type { InlineConfig } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type ServedPage, servePage } from './serve-page.ts'

/**
 * Tests of a page in a real Chromium. Each test has the page to itself, opened anew, and fails for
 * whatever the page logs as an error. Where no Chromium can be had, the tests are skipped and say why.
 */
export async function describePage(
  title: string,
  served: InlineConfig,
  tests: (page: () => Page) => void,
): Promise<void> {
  const browser = await launchChromium()
  if (typeof browser === 'string') console.warn(browser)
  describe(`${title}, in a real Chromium`, () => {
    if (typeof browser === 'string') {
      test('that can be had', ({ skip }) => skip(browser))
      return
    }
    const errors: string[] = []
    let server: ServedPage
    let page: Page

    beforeAll(async () => {
      server = await servePage(served)
    })

    afterAll(async () => {
      await browser.close()
      await server.stop()
    })

    beforeEach(async () => {
      const context = await browser.newContext()
      page = await context.newPage()
      errors.length = 0
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.goto(server.url)
      return async () => {
        await context.close()
        expect(errors).toEqual([])
      }
    })

    tests(() => page)
  })
}
