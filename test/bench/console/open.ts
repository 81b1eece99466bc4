import type { Browser, CDPSession, Page } from 'playwright'
import { createMock, type Mock, type MockOptions } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { launchChromium } from '../../browser/chromium.ts'
import type { Report } from '../report.ts'

/** The console of a mock on a port, in a page of its own. */
export interface Opened {
  readonly page: Page
  readonly mock: Mock
  /** The address of the mock. */
  readonly url: string
  /** The browser's own tools. */
  readonly tools: CDPSession
}

/** Opens the console of a mock. What it opened is closed after the use. */
export async function withConsole<T>(
  browser: Browser,
  options: MockOptions,
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const mock = createMock(options)
  await using server = await serve(mock, { port: 0 })
  await using context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  return await use({ page, mock, url: server.url, tools })
}

/** Runs a benchmark in Chromium. Without one, reports that it was not run. */
export async function inChromium(
  title: string,
  run: (browser: Browser) => Promise<Report>,
): Promise<Report> {
  const browser = await launchChromium()
  if (typeof browser === 'string') {
    return { title, rows: [], notes: [`It was not run. ${browser}`], bounds: [] }
  }
  try {
    return await run(browser)
  } finally {
    await browser.close()
  }
}

/** Bytes of the page's heap, once all that nothing refers to has gone. */
export async function heapOf(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage')
  return (await tools.send('Runtime.getHeapUsage')).usedSize
}
