import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInChromium } from '../describe-in-chromium.ts'
import { firstView, openView } from './first-view.ts'
import { openWatched } from './watched.ts'

describeInChromium('the console with the mock inside', (connect) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  const open = () => openWatched(browser, `${inject('pages')}/any/path/demo/`)
  const keptForOffline = (page: Page) =>
    page.waitForFunction(() => navigator.serviceWorker.controller !== null)

  const views = [
    'Members',
    'Team',
    'Projects',
    'Matrix',
    'Can I',
    'Policies',
    'Faults',
    'Snapshots',
  ]

  test('opens below any path, and requests its own files alone', async () => {
    const { page, requested } = await open()
    await firstView(page)
    for (const name of views) {
      await openView(page, name)
    }
    const folder = `${inject('pages')}/any/path/demo/`
    expect(requested.filter((url) => !url.startsWith(folder))).toEqual([])
    expect(requested.filter((url) => /\/(?:v1|__mock)\//.test(url))).toEqual([])
  })

  test('needs no network after it was loaded, nor to be loaded again', async () => {
    const { page, context } = await open()
    await firstView(page)
    await keptForOffline(page)
    await context.setOffline(true)
    for (const name of views) {
      await openView(page, name)
    }
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  test('keeps its state in the browser, or in memory if that is chosen', async () => {
    const { page } = await open()
    await firstView(page)
    const names = () =>
      page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    expect(await names()).toEqual(['rolecall demo'])
    await page.evaluate(() => {
      localStorage.setItem('rolecall demo keeps its state in', 'memory')
      indexedDB.deleteDatabase('rolecall demo')
    })
    await page.reload()
    await firstView(page)
    expect(await names()).toEqual([])
  })
})
