import type { Browser, Page } from 'playwright'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { describeInChromium } from '../describe-in-chromium.ts'
import { firstView, openView } from './first-view.ts'
import { openWatched } from './watched.ts'

describeInChromium('the console of a mock with hostile names', (connect) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  const views = ['Members', 'Team', 'Projects', 'Matrix', 'Can I', 'Policies', 'Log']
  const trap = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`

  async function openAll(url: string, prepare: (page: Page) => Promise<unknown>): Promise<Page> {
    const { page } = await openWatched(browser, url)
    await prepare(page)
    await page.reload()
    await firstView(page)
    for (const name of views) {
      await openView(page, name)
    }
    return page
  }

  test('shows names as text, and runs nothing in them', async () => {
    const mock = createMock()
    mock.seed({ users: [{ email: 'evil@acme.test', name: trap, teams: { support: 'annotator' } }] })
    await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'qa', name: trap })
    const server = await serve(mock, { port: 0 })
    onTestFinished(() => server.close())
    const page = await openAll(server.url, async () => {})
    expect(await page.title()).not.toBe('run')
    expect(await page.locator('img[src=x], body script').count()).toBe(0)
  })

  test('lets no name of a server turn the direction of the text around it', async () => {
    const server = await serve(createMock(), { port: 0 })
    onTestFinished(() => server.close())
    // Names that the mock itself would refuse.
    const page = await openAll(server.url, (opened) =>
      opened.route('**/__mock/users', async (route) => {
        const answer = await route.fetch()
        const body = (await answer.text()).replaceAll('"name":"', `"name":"\u202E`)
        await route.fulfill({ response: answer, body })
      }),
    )
    expect(await page.title()).not.toBe('run')
    const text = await page.locator('body').innerText()
    expect(text).toContain('\uFFFD')
    expect(text).not.toContain('\u202E')
  })
})
