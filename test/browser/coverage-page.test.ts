import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMock } from 'rolecall/mocks'
import { pageOf } from '../../mocks/adapters/vitest/reporter/page.ts'
import { policies } from '../../mocks/policies/index.ts'
import { describeInChromium } from './describe-in-chromium.ts'

describeInChromium('the page of the policy coverage', (connect) => {
  let browser: Browser
  let html: string

  beforeAll(async () => {
    browser = await connect()
    const mock = createMock({ policy: { ...policies.adaptive, title: '<b>Own</b> & more' } })
    await mock.client({ as: 'admin@acme.test' }).roles.list()
    html = pageOf([mock.coverage(), createMock({ policy: 'ica' }).coverage()])
  })
  afterAll(() => browser.close())

  async function open(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    // A request would be for something outside the page.
    await context.route('**', (route) => route.abort())
    page.on('request', ({ url }) => {
      if (!url().startsWith('data:')) throw new Error(`It asks for ${url()}.`)
    })
    await page.setContent(html)
    return page
  }

  test('has a heading for each policy, and tables with headers', async () => {
    const page = await open({})
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      '<b>Own</b> & more (adaptive)',
      `${policies.ica.title} (ica)`,
    ])
    const table = page.getByRole('table').first()
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Operation',
      'Allowed',
      'Denied',
    ])
    const row = table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'roles.list' }) })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['1', 'not seen'])
    await page.context().close()
  })

  describe.each([{ colorScheme: 'light' as const }, { colorScheme: 'dark' as const }])(
    'in $colorScheme colors',
    ({ colorScheme }) => {
      test('is readable, and as wide as a phone', async () => {
        const page = await open({ colorScheme, viewport: { width: 390, height: 844 } })
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width).toBeLessThanOrEqual(390)
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)')
        await page.context().close()
      })
    },
  )
})
