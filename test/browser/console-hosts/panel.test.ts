import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeInChromium } from '../describe-in-chromium.ts'
import { mockedPages } from '../mocked/mocked-pages.ts'
import { firstView } from './first-view.ts'

const button = (page: Page) => page.getByRole('button', { name: 'Rolecall' })
const panel = (page: Page) => page.getByRole('region', { name: 'Rolecall console' })
const separator = (page: Page) => page.getByRole('separator', { name: 'Height of the console' })

describeInChromium('the panel of a page with a mock inside', (connect) => {
  const pages = mockedPages(connect)

  test.each(['showPanel', 'showReactPanel'] as const)(
    '%s shows the console of that mock',
    async (name) => {
      const page = await pages().open()
      await page.evaluate(async (name) => {
        const mock = await rolecall.startMock({ baseUrl: '/api' })
        rolecall[name]({ mock, baseUrl: '/api' })
        // The state of the page alone: no other mock would know of this person.
        await mock.signIn('only@here.test', { signUp: true })
      }, name)
      await button(page).click()
      await firstView(page.frameLocator('iframe'))
      const known = await page
        .frameLocator('iframe')
        .locator('html')
        .evaluate(async (html) => {
          const { frameElement } = html.ownerDocument.defaultView ?? {}
          const settings: { baseUrl: string; fetch: typeof fetch } = Reflect.get(
            Object(frameElement),
            'rolecallConsole',
          )
          return (await settings.fetch(`${settings.baseUrl}/__mock/users`)).text()
        })
      expect(known).toContain('only@here.test')
      expect(pages().printed).toEqual([])
    },
  )

  test('reaches the mock through the worker too, by its base URL alone', async () => {
    const page = await pages().open()
    await page.evaluate(async () => {
      await rolecall.startMock({ baseUrl: '/api' })
      rolecall.showPanel({ baseUrl: '/api' })
    })
    await button(page).click()
    await firstView(page.frameLocator('iframe'))
    expect(pages().printed).toEqual([])
  })

  test('shows a mock at a foreign base URL, which the policy of the page would not let it call', async () => {
    const page = await pages().open()
    await page.evaluate(async () => {
      const baseUrl = 'https://platform.example'
      rolecall.showPanel({ mock: await rolecall.startMock({ baseUrl }), baseUrl })
    })
    await button(page).click()
    await firstView(page.frameLocator('iframe'))
  })

  test('opens and closes by keyboard, and gives the focus back', async () => {
    const page = await pages().open()
    await page.evaluate(async () => {
      rolecall.showPanel({ mock: await rolecall.startMock({ baseUrl: '/api' }) })
    })
    await page.keyboard.press('Tab')
    expect(await button(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    expect(await button(page).getAttribute('aria-expanded')).toBe('true')
    const frame = page.frameLocator('iframe')
    await firstView(frame)
    // From inside of the console.
    await frame.getByRole('link', { name: 'Members' }).press('Enter')
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('Rolecall')
    await page.keyboard.press('Enter')
    await frame.getByRole('heading', { level: 1, name: 'Members' }).waitFor()
    // From its frame.
    await separator(page).focus()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('Rolecall')
  })

  test('leaves an Escape to a dialogue of the console', async () => {
    const page = await pages().open()
    await page.evaluate(async () => {
      rolecall.showPanel({ mock: await rolecall.startMock({ baseUrl: '/api' }) })
    })
    await button(page).click()
    const frame = page.frameLocator('iframe')
    await firstView(frame)
    await frame.locator('body').press('?')
    await frame.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await frame.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await panel(page).isVisible()).toBe(true)
  })

  test('changes its height by keys and pointer, and remembers it', async () => {
    const page = await pages().open()
    const show = () =>
      page.evaluate(async () => {
        rolecall.showPanel({ mock: await rolecall.startMock({ baseUrl: '/api' }) })
      })
    await show()
    await button(page).click()
    const height = async () => (await panel(page).boundingBox())?.height ?? 0
    const { height: whole } = page.viewportSize() ?? { height: 0 }
    expect(await height()).toBeCloseTo(whole / 2, 0)
    await separator(page).press('ArrowUp')
    expect(await height()).toBeCloseTo(whole * 0.55, 0)
    await separator(page).hover()
    await page.mouse.down()
    await page.mouse.move(200, whole * 0.25, { steps: 5 })
    await page.mouse.up()
    expect(await height()).toBeCloseTo(whole * 0.75, 0)
    await page.reload()
    await page.waitForFunction(() => 'rolecall' in globalThis)
    await show()
    await button(page).click()
    expect(await height()).toBeCloseTo(whole * 0.75, 0)
    expect(await separator(page).getAttribute('aria-valuenow')).toBe('75')
  })

  test('changes no style of the page, and takes none from it', async () => {
    const page = await pages().open()
    await page.addStyleTag({ content: '* { color: red !important; font-size: 40px !important }' })
    const [before, after] = await page.evaluate(async () => {
      const own = document.body.appendChild(document.createElement('button'))
      const styleOf = () => JSON.stringify(Object.entries(getComputedStyle(own)))
      const before = styleOf()
      const hide = rolecall.showPanel({ mock: await rolecall.startMock({ baseUrl: '/api' }) })
      const after = styleOf()
      hide()
      return [before, after, document.querySelector('rolecall-panel') === null]
    })
    expect(after).toBe(before)
    await page.evaluate(() => rolecall.showPanel())
    const size = await button(page).evaluate((one) => getComputedStyle(one).fontSize)
    expect(size).toBe('14px')
  })

  test('says what to do if the console is not there, and does not frame the app', async () => {
    const page = await pages().open()
    await page.evaluate(() => rolecall.showPanel({ url: '/test/browser/mocked/' }))
    await button(page).click()
    await page.getByText('rolecallConsole() of rolecall/mocks/vite').waitFor()
    expect(page.frames().map((frame) => frame.url())).toEqual([page.url(), 'about:blank'])
  })

  test('is there by one script tag', async () => {
    const page = await pages().open()
    await page.evaluate(() => rolecall.startMock({ baseUrl: '/api' }))
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.src = '/__rolecall/panel.js'
      script.dataset.baseUrl = '/api'
      document.head.append(script)
    })
    await button(page).click()
    await firstView(page.frameLocator('iframe'))
  })
})

/** The text of the element with the focus, also in a shadow root. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)
