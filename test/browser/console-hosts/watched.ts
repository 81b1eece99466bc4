import type { Browser, BrowserContext, Page } from 'playwright'
import { expect, onTestFinished } from 'vitest'

/** A page whose requests and complaints are noted. */
export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  /** The URLs that the page has requested. */
  readonly requested: readonly string[]
}

/**
 * Opens a page in a context of its own. At its end the test fails for everything that the page printed as a
 * warning or an error, such as a breach of its Content-Security-Policy, and for a request to another origin.
 */
export async function openWatched(browser: Browser, url: string): Promise<Watched> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  const requested: string[] = []
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requested.push(request.url()))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
    const { origin } = new URL(url)
    expect(
      requested.filter((one) => !/^(?:data|blob):/.test(one) && !one.startsWith(origin)),
    ).toEqual([])
  })
  await page.goto(url)
  return { page, context, requested }
}
