import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { createControl, type Control } from '../../mocks/control-client/index.ts'
import { serve } from '../../mocks/adapters/server/index.ts'
import { createMock, type Mock, type MockOptions } from '../../mocks/index.ts'
import { describeInChromium } from '../browser/describe-in-chromium.ts'
import { axeFindings } from './axe.ts'

/** The console of a mock of its own, in a page of its own. */
export interface OpenedConsole {
  readonly page: Page
  readonly mock: Mock
  readonly control: Control
  /** The address of the mock's port. */
  readonly url: string
  /** Goes to a place in the console: `/members`. */
  go(path: string): Promise<void>
  /** Acts as somebody else, by the console's own dialogue. */
  actAs(email: string): Promise<void>
  /** What axe finds now, by all of its rules: `[]` is what a test expects. */
  axe(): Promise<string[]>
  /** Ends the mock, and starts another one at the same address. */
  restart(): Promise<Mock>
  /** The texts of the browser's errors that the test expects: they don't fail it. */
  readonly expectedErrors: RegExp[]
}

/** What to open. */
export interface OpenOptions {
  /** The mock behind the console. Default: policy adaptive. */
  readonly mock?: MockOptions
  /** The view. Default: the home. */
  readonly path?: string
  readonly context?: BrowserContextOptions
}

/** Opens the console. What it opened is closed when the test ends. */
export type Open = (options?: OpenOptions) => Promise<OpenedConsole>

/**
 * Tests of the console in a real Chromium: each test opens the console of a mock on a port of its own. A
 * test fails for an error in the browser's console, and for a request to another origin.
 *
 * @example
 * describeConsole('members', (open) => {
 *   test('invites by keyboard', async () => {
 *     const { page, axe } = await open({ mock: { policy: 'bigml' }, path: '/members' })
 *     await page.getByRole('button', { name: 'Invite' }).press('Enter')
 *     expect(await axe()).toEqual([])
 *   })
 * })
 */
export function describeConsole(title: string, tests: (open: Open) => void): void {
  describeInChromium(`The console: ${title}`, (connect) => {
    let browser: Browser
    beforeAll(async () => {
      browser = await connect()
    })
    afterAll(() => browser.close())
    tests((options) => openConsole(browser, options))
  })
}

async function openConsole(
  browser: Browser,
  { mock: mockOptions = {}, path = '', context: contextOptions = {} }: OpenOptions = {},
): Promise<OpenedConsole> {
  const mock = createMock(mockOptions)
  let server = await serve(mock, { port: 0 })
  const { url, port } = server
  const context = await browser.newContext({ reducedMotion: 'reduce', ...contextOptions })
  const page = await context.newPage()
  // A wait that is in vain shall say where, before the test's own time is up.
  page.setDefaultTimeout(10_000)
  const wrong: string[] = []
  const expectedErrors: RegExp[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) wrong.push(`asked ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    await server.close()
    // What the actor may not read is denied by the mock, and the browser says so.
    expectedErrors.push(/^Failed to load resource: .* status of 40[34]/)
    expect(wrong.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual(
      [],
    )
  })
  const go = async (place: string): Promise<void> => {
    await page.goto(`${url}/#${place}`)
    // The view before has a heading too, until the page has heard of the new address.
    const [, view = 'log'] = place.split(/[/?]/)
    const here = page.locator(`nav [aria-current=page][href="#/${view}"]`)
    await here.waitFor({ state: 'attached' })
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await go(path)
  return {
    page,
    mock,
    control: createControl({ mock }),
    url,
    async restart() {
      await server.close()
      const next = createMock(mockOptions)
      server = await serve(next, { port })
      return next
    },
    go,
    async actAs(email) {
      await page.getByRole('button', { name: /^Acting as/ }).press('Enter')
      await page.getByRole('combobox', { name: 'Name or e-mail address' }).fill(email)
      await page.keyboard.press('Enter')
      await page
        .getByRole('button', { name: `Acting as`, exact: false })
        .filter({ hasText: email })
        .waitFor()
    },
    axe: () => axeFindings(page),
    expectedErrors,
  }
}
