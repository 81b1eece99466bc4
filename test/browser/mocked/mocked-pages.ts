import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'

/** The pages of a test, in a browser context of its own: tabs of one origin, with one storage. */
export interface Pages {
  /** Opens another tab. */
  open(query?: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page>
  /** What the tabs have printed as warnings and errors, and the errors that nothing caught. */
  readonly printed: readonly string[]
}

/**
 * Opens pages with `rolecall` as a global. Each test has a storage of its own.
 *
 * @param base - `/msw2` for pages on MSW 2.
 */
export function mockedPages(connect: () => Promise<Browser>, base = ''): () => Pages {
  let browser: Browser
  let context: BrowserContext
  const printed: string[] = []

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    context = await browser.newContext()
    printed.length = 0
    return () => context.close()
  })

  return () => ({ open: (query, prepare) => open(context, printed, base, query, prepare), printed })
}

async function open(
  context: BrowserContext,
  printed: string[],
  base: string,
  query = '',
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) printed.push(message.text())
  })
  page.on('pageerror', (error) => printed.push(String(error)))
  await prepare(page)
  await page.goto(`${inject('pages')}${base}/test/browser/mocked/${query}`)
  await ready(page)
  return page
}

/** Waits for the global of a page, also after a reload. */
export const ready = (page: Page) => page.waitForFunction(() => 'rolecall' in globalThis)
