import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().press('Enter')

const field = (page: Page) => page.getByRole('textbox', { name: 'Policy as JSON' })

describeConsole('policies', (open) => {
  test.each(['adaptive', 'bigml', 'ica', 'peltarion', 'superannotate'] as const)(
    'the rules of %s are shown with their source, readings and needs',
    async (policy) => {
      const { page, control, axe } = await open({ mock: { policy }, path: '/policies' })
      const { rules } = await control.rules.list()
      const ids = page.locator('main li > a > code')
      await expect.poll(() => ids.allInnerTexts()).toEqual(rules.map(({ id }) => id))
      const quoted = rules.find(({ quotes, readings, asks }) =>
        [quotes, readings, asks].every(({ length }) => length > 0),
      )
      expect(quoted).toBeDefined()
      const { id = '', quotes = [], readings = [], asks = [] } = quoted ?? {}
      await page.getByRole('searchbox', { name: 'Search rules' }).fill(id)
      await page.getByRole('link', { name: id }).first().press('Enter')
      const detail = page.getByRole('article')
      await detail.getByRole('heading', { name: 'Read as' }).waitFor()
      const text = await detail.innerText()
      for (const one of [...quotes.map((quote) => quote.text), ...readings]) {
        expect(text).toContain(one)
      }
      for (const { call, needs } of asks) {
        expect(text).toContain(call)
        expect(text).toContain(needs)
      }
      await page.getByText('As a tree').press('Enter')
      await press(page, 'Show whom it decides for')
      await expect.poll(() => detail.innerText()).toMatch(/may|decides nothing/)
      expect(await axe()).toEqual([])
    },
  )

  test('a draft that does not check is never used, and is not lost', async () => {
    const { page, mock, axe } = await open({ path: '/policies?tab=edit' })
    const before = mock.policy
    const wrong = { ...before, roles: [{ ...before.roles[0], permissions: ['role:edti'] }] }
    await field(page).fill(JSON.stringify(wrong))
    // The first change keeps the focus where it is.
    expect(await field(page).evaluate((one) => one === document.activeElement)).toBe(true)
    await press(page, 'Format')
    const finding = page.getByRole('button', { name: /^Error in line \d+.*role:edti/ }).first()
    await finding.waitFor()
    expect(await axe()).toEqual([])
    const use = page.getByRole('button', { name: 'Use this policy' })
    expect(await use.getAttribute('aria-disabled')).toBe('true')
    await use.press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await finding.press('Enter')
    const selected = await field(page).evaluate((one) =>
      one instanceof HTMLTextAreaElement
        ? one.value.slice(one.selectionStart, one.selectionEnd)
        : '',
    )
    expect(selected).toContain('role:edti')
    await page.getByRole('link', { name: 'Faults', exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Faults' }).waitFor()
    await page.goBack()
    await expect.poll(() => field(page).inputValue()).toContain('role:edti')
    await field(page).fill('{\n  "name": "x",\n  oops\n}')
    await page.getByRole('button', { name: /^Error in line 3.*not JSON/ }).waitFor()
    expect(await use.getAttribute('aria-disabled')).toBe('true')
    expect(mock.policy).toBe(before)
  })

  test('the effect of a draft is shown before it is used, and its use is undone', async () => {
    const { page, mock, control, axe } = await open({ path: '/policies?tab=edit' })
    const before = mock.policy
    const nobody = { ...before.rules['roles.create'], require: { any: [] } }
    const draft = { ...before, name: 'strict', rules: { ...before.rules, 'roles.create': nobody } }
    const { changes } = await control.policy.compare({ to: JSON.parse(JSON.stringify(draft)) })
    const losing = new Set(changes.map(({ user }) => user)).size
    expect(losing).toBeGreaterThan(0)
    await field(page).fill(JSON.stringify(draft))
    const use = page.getByRole('button', { name: 'Use this policy' })
    await expect.poll(() => use.getAttribute('aria-disabled')).toBe(null)
    await use.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`${losing} lose`).waitFor()
    expect(await axe()).toEqual([])
    expect(mock.policy).toBe(before)
    await press(page, 'Put it in force')
    await page.getByText('strict is in force.').waitFor()
    expect(mock.policy.name).toBe('strict')
    await press(page, 'Undo')
    await expect.poll(() => mock.policy.name).toBe(before.name)
    expect(mock.policy).toEqual(before)
  })

  test('a policy that does not fit the state is compared with a reason', async () => {
    const { page, axe, expectedErrors } = await open({ path: '/policies/bigml?tab=compare' })
    expectedErrors.push(/422/)
    await page.getByRole('alert').filter({ hasText: 'does not fit the state' }).waitFor()
    expect(await axe()).toEqual([])
  })
})
