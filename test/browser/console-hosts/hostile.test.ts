import type { Browser } from 'playwright'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { describeInChromium } from '../describe-in-chromium.ts'
import { firstView } from './first-view.ts'
import { openWatched } from './watched.ts'

describeInChromium('the console of a mock with hostile names', (connect) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser.close())

  test('shows names as text, and runs nothing in them', async () => {
    const name = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>\u202E`
    const mock = createMock()
    mock.seed({ users: [{ email: 'evil@acme.test', name, teams: { support: 'annotator' } }] })
    const evil = mock.client({ as: 'evil@acme.test' })
    await evil.teams.create({ key: 'qa', name }).catch(() => {})
    const server = await serve(mock, { port: 0 })
    onTestFinished(() => server.close())
    const { page } = await openWatched(browser, server.url)
    await firstView(page)
    for (const view of ['Members', 'Team', 'Projects', 'Matrix', 'Can I', 'Policies', 'Log']) {
      await page.getByRole('link', { name: view, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: view, exact: true }).waitFor()
    }
    expect(await page.title()).not.toBe('run')
    expect(await page.locator('img[src=x], body script').count()).toBe(0)
  })
})
