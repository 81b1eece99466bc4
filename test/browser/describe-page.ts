import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, inject } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'

/**
 * Tests of a page in a real Chromium. Each test opens the page anew, and fails for any error in its
 * console.
 *
 * @param folder - Of the page, such as `test/react`.
 */
export function describePage(
  title: string,
  folder: string,
  tests: (page: () => Page) => void,
): void {
  describeInChromium(title, (connect) => {
    const errors: string[] = []
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      browser = await connect()
    })
    afterAll(() => browser.close())

    beforeEach(async () => {
      const context = await browser.newContext()
      page = await context.newPage()
      errors.length = 0
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.goto(`${inject('pages')}/${folder}/`)
      return async () => {
        await context.close()
        expect(errors).toEqual([])
      }
    })

    tests(() => page)
  })
}
