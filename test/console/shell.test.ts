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

  test('undoes by a key what was changed here, and asks before it undoes what others changed', async () => {
    const { page, mock } = await open()
    const admin = mock.client({ as: 'admin@acme.test' })
    await admin.roles.create({ key: 'reviewer', permissions: [] })
    await page.keyboard.press('u')
    await page.getByText('made elsewhere: roles.create by admin@acme.test').waitFor()
    expect((await admin.roles.get('reviewer')).key).toBe('reviewer')
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByText('Undone: roles.create by admin@acme.test.').waitFor()
    await expect(admin.roles.get('reviewer')).rejects.toMatchObject({ status: 404 })
  })

  test('follows a mock that was started again at the same address', async () => {
    const { page, mock, url, expectedErrors, restart } = await open()
    expectedErrors.push(/ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/)
    const before = mock.client({ as: 'admin@acme.test' })
    await before.roles.list()
    await page.getByText('roles.list()').waitFor()
    const other = await restart()
    await other.client({ as: 'lead@acme.test' }).teams.list()
    await page.getByText('teams.list()').waitFor()
    expect(await page.getByText('roles.list()').count()).toBe(0)
    await page.getByText('Live', { exact: true }).waitFor()
    expect(new URL(page.url()).origin).toBe(url)
  })

  test.each(['/log/%', '/projects/%E0%A4%A', '/team/%'])(
    'a place that is no text, %s, is a view all the same',
    async (place) => {
      const { page, url, expectedErrors } = await open()
      expectedErrors.push(/status of 422/)
      await page.goto(`${url}/#${place}`)
      await heading(page).waitFor()
      expect(await page.getByText('URI malformed').count()).toBe(0)
    },
  )
})
