import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

const views = [
  'Log',
  'Members',
  'Team',
  'Projects',
  'Matrix',
  'Can I',
  'Policies',
  'Faults',
  'Snapshots',
]

/** The heading of a view: its name, or the platform's own word, as adaptive says use cases. */
const headingOf = (view: string): string => (view === 'Projects' ? 'Use cases' : view)

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

describeConsole('the frame', (open) => {
  test('each view has a link of its name, and gets the focus', async () => {
    const { page } = await open()
    for (const name of views) {
      await page.getByRole('link', { name, exact: true }).press('Enter')
      const title = headingOf(name)
      await heading(page).filter({ hasText: title }).waitFor()
      if (name !== 'Log') await expect.poll(() => page.locator(':focus').innerText()).toBe(title)
      await expect.poll(() => page.title()).toBe(`${title} · Rolecall console`)
    }
  })

  test('says as whom it acts; a key switches, and a key goes back', async () => {
    const { page } = await open()
    const identity = page.getByRole('region', { name: 'You act as' })
    const before = await identity.innerText()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('lead@')
    await page.keyboard.press('Enter')
    await identity.getByText('lead@acme.test').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    await page.keyboard.press('b')
    await expect.poll(() => identity.innerText()).toBe(before)
  })

  test('the palette finds views, actions and people', async () => {
    const { page } = await open()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('snap')
    await page.keyboard.press('Enter')
    await heading(page).filter({ hasText: 'Snapshots' }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('undo')
    await page.keyboard.press('Enter')
    await page.getByText('Nothing to undo.').waitFor()
  })

  test('single keys can be turned off, and stay off', async () => {
    const { page } = await open()
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: 'Single keys act' }).press('Space')
    await page.keyboard.press('Escape')
    await page.reload()
    await heading(page).waitFor()
    await page.keyboard.press('a')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Go to or do' }).waitFor()
  })

  test('an unknown place says so, and leads back', async () => {
    const { page, url } = await open()
    await page.goto(`${url}/#/nowhere`)
    await page.getByRole('heading', { name: 'There is no such view' }).waitFor()
    await page.getByRole('link', { name: 'Go to the log' }).click()
    await heading(page).filter({ hasText: 'Log' }).waitFor()
  })

  test('axe finds nothing, in both schemes, narrow, and with every overlay open', async () => {
    for (const context of [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { viewport: { width: 390, height: 844 } },
    ] as const) {
      const { page, axe } = await open({ context })
      await page
        .getByText('Live', { exact: true })
        .or(page.getByRole('button', { name: 'Views' }))
        .first()
        .waitFor()
      expect(await axe()).toEqual([])
      for (const key of ['a', 'Control+k', '?']) {
        await page.keyboard.press(key)
        await page.getByRole('dialog').waitFor()
        expect(await axe()).toEqual([])
        await page.keyboard.press('Escape')
      }
    }
  })
})
