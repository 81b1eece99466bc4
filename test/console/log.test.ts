import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { describeConsole } from './open-console.ts'

/** Presses Tab until what has the focus has the name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(said)) return
  }
  throw new Error(`Tab does not reach ${name}.`)
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describeConsole('the log', (open) => {
  test.each(Object.values(policies))(
    'denial, why, apply, green, undo: by keyboard, in $name',
    async (policy) => {
      const { page, mock, control, axe, expectedErrors } = await open({ mock: { policy } })
      // The browser reports the denied call itself.
      expectedErrors.push(/status of 403/)
      const before = mock.state
      await tabTo(page, /^Make a call that is denied$/)
      await page.keyboard.press('Enter')

      const detail = page.getByRole('complementary', { name: 'The request' })
      await detail.getByText('403 Denied').waitFor()
      const denied = mock.requests.at(-1)
      await detail
        .getByText(denied?.decision?.ruleText ?? '')
        .first()
        .waitFor()
      for (const { missing } of denied?.decision?.alternatives ?? []) {
        for (const { text } of missing) await detail.getByText(text).first().waitFor()
      }
      expect(await axe()).toEqual([])

      await tabTo(page, /^Apply as .*…$/)
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('heading', { name: 'Apply this remedy' }).waitFor()
      expect(await axe()).toEqual([])
      await tabTo(page, /^Apply and try again$/)
      await page.keyboard.press('Enter')
      await dialog.getByRole('heading', { name: 'Denied before, allowed now.' }).waitFor()
      await expect.poll(() => focused(page)).toBe('Denied before, allowed now.')
      const again = mock.requests.at(-1)
      expect(again).toMatchObject({ id: `${denied?.id}~2`, operation: denied?.operation })
      expect(again?.status).toBeLessThan(300)
      expect(await axe()).toEqual([])

      await tabTo(page, /^Undo$/)
      await page.keyboard.press('Enter')
      await dialog.getByRole('heading', { name: 'Undone: all is as before.' }).waitFor()
      expect(await control.history()).toEqual([])
      expect(JSON.parse(mock.state)).toEqual(JSON.parse(before))
      await page.keyboard.press('Escape')
      await expect.poll(() => focused(page)).toMatch(/^Apply as/)
      await detail.getByText('Tried 2 times').waitFor()
    },
    60_000,
  )

  test('a control that is off can be turned on from its explanation', async () => {
    const { page, mock, actAs, go } = await open()
    await go('/members')
    await actAs('lead@acme.test')
    // Until the mock has answered, it is off without an explanation.
    const known = '[title]:not([title^="Asking"])'
    const off = page.locator(`main ${known} > button[aria-disabled=true]`).first()
    await off.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('button', { name: /^Apply as/ })
      .first()
      .press('Enter')
    await page.getByRole('button', { name: 'Apply', exact: true }).press('Enter')
    await page.getByRole('heading', { name: 'Applied.' }).waitFor()
    await page.getByRole('button', { name: 'Done' }).press('Enter')
    await dialog.getByText('Allowed now').waitFor()
    expect(mock.history).toHaveLength(1)
  })

  test('lists what was asked before it opened, filters by the address, and says what it can’t read', async () => {
    const { page, mock, go, axe } = await open()
    const lead = mock.client({ as: 'lead@acme.test' })
    await lead.roles.create({ key: 'reviewer', permissions: [] }).catch(() => {})
    await lead.teams.list()
    await page.getByRole('link', { name: /roles\.create/ }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: /teams\.list/ }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('is:denied')
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    expect(page.url()).toContain('q=is%3Adenied')
    await go('/log?q=is%3Adeneid')
    await page.getByText('Did you mean denied?').waitFor()
    expect(await axe()).toEqual([])
  })

  test('a hostile name stays text', async () => {
    const { page, mock } = await open()
    const admin = mock.client({ as: 'admin@acme.test' })
    const name = '<img src=x onerror=alert(1)>'
    await admin.teams.create({ key: 'trial', name })
    await admin.teams.get('x\u202ey').catch(() => {})
    await page.getByRole('link', { name: /onerror/ }).press('Enter')
    await page.getByRole('complementary').getByText(name).first().waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await page.getByRole('link', { name: /^teams\.get\(.*y/ }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('\u202e')
  })

  test('keeps up with a thousand lines a second, in few nodes, and follows the end', async () => {
    const { page, mock } = await open()
    const admin = mock.client({ as: 'admin@acme.test' })
    for (let count = 0; count < 1000; count += 1)
      await admin.roles.get(`role${count}`).catch(() => {})
    await page.getByRole('link', { name: /role999/ }).waitFor()
    expect(await page.locator('main *').count()).toBeLessThan(700)
    await page.getByRole('region', { name: 'Requests, lines' }).press('Home')
    await page.getByRole('link', { name: /"role0"/ }).waitFor()
    await admin.teams.list()
    await page.getByRole('button', { name: '1 new' }).press('Enter')
    await page.getByRole('link', { name: /teams\.list/ }).waitFor()
  })

  test('the questions of a screen are one line', async () => {
    const { page, mock } = await open()
    const lead = mock.client({ as: 'lead@acme.test' })
    for (const key of ['a', 'b', 'c', 'd']) await lead.can('teams.create', { key })
    await page.getByRole('button', { name: '4 questions' }).press('Enter')
    expect(await page.getByRole('link', { name: /^can teams\.create/ }).count()).toBe(4)
    await page.getByRole('button', { name: '4 questions' }).press('Enter')
    await expect.poll(() => page.getByRole('link', { name: /^can teams/ }).count()).toBe(0)
  })

  test('is cleared by one key, on the screen alone', async () => {
    const { page, mock } = await open()
    await mock.client({ as: 'admin@acme.test' }).teams.list()
    await page.getByRole('link', { name: /teams\.list/ }).waitFor()
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: 'No requests yet' }).waitFor()
    expect(mock.requests).toHaveLength(1)
  })
})
