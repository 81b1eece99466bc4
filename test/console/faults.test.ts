import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().press('Enter')

describeConsole('faults', (open) => {
  test('a switch is what the mock does, and the console goes on', async () => {
    const { page, mock, url, axe } = await open({ path: '/faults' })
    expect(await axe()).toEqual([])
    const next = page.getByRole('switch', { name: 'Fail the next call with 503' })
    await next.press('Space')
    await page.getByText('Fail the next call with 503: on.').waitFor()
    const headers = { Authorization: `Bearer ${mock.token('admin@acme.test')}` }
    const statuses = []
    for (let call = 0; call < 2; call += 1) {
      const { status } = await fetch(`${url}/v1/roles`, { headers })
      statuses.push(status)
    }
    expect(statuses).toEqual([503, 200])
    await page.getByText('Struck 1, last roles.list').waitFor()
    await expect.poll(() => next.isChecked()).toBe(false)
    await page.getByRole('switch', { name: 'Offline' }).press('Space')
    await page.getByText('Offline: on.').waitFor()
    expect(mock.faults.plan?.rules).toEqual([{ offline: true }])
    expect(await axe()).toEqual([])
    await page.getByRole('link', { name: 'Members', exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor()
    await press(page, 'End all faults')
    await expect.poll(() => mock.faults.plan?.rules ?? []).toEqual([])
  })

  test('a rule is added, refused if it is wrong, changed, removed and undone', async () => {
    const { page, mock, axe, expectedErrors } = await open({ path: '/faults' })
    expectedErrors.push(/422/)
    await press(page, 'Add a rule')
    await page.getByRole('combobox', { name: 'Operations' }).fill('user.*')
    expect(await axe()).toEqual([])
    await press(page, 'Add the rule')
    await page.getByRole('alert').filter({ hasText: 'Did you mean users.*?' }).waitFor()
    expect(mock.faults.plan?.rules ?? []).toEqual([])
    await page.getByRole('combobox', { name: 'Operations' }).fill('users.*')
    await page.getByRole('textbox', { name: 'Only these' }).fill('every 2')
    await page.getByRole('textbox', { name: 'Latency in ms' }).fill('20')
    await press(page, 'Add the rule')
    await page.getByText('Added a rule.').waitFor()
    expect(mock.faults.plan?.rules).toEqual([
      { on: 'users.*', nth: { every: 2 }, latency: 20, status: 503 },
    ])
    await press(page, 'Edit rule 1')
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('connection')
    await press(page, 'Change the rule')
    await page.getByText('Changed the rule.').waitFor()
    expect(mock.faults.plan?.rules[0]).toMatchObject({ connection: 'reset' })
    await press(page, 'Remove rule 1')
    await page.getByText('Removed the rule.').waitFor()
    await press(page, 'Undo')
    await expect.poll(() => mock.faults.plan?.rules.length).toBe(1)
    // The button has gone, and the focus is not lost with it.
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Faults')
  })

  test('the clock is moved, set, stopped and taken back', async () => {
    const { page, mock, expectedErrors } = await open({ path: '/faults' })
    expectedErrors.push(/422/)
    const start = mock.clock.now
    await press(page, 'Advance 3 days')
    await expect.poll(() => mock.clock.now.slice(0, 10)).toBe('2026-01-08')
    await press(page, 'Undo')
    await expect.poll(() => mock.clock.now).toBe(start)
    await page.getByRole('textbox', { name: 'Another duration' }).fill('soon')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByRole('textbox', { name: 'Set the time' }).fill('2026-02-01T09:00:00Z')
    await page.keyboard.press('Enter')
    await expect.poll(() => mock.clock.now).toBe('2026-02-01T09:00:00.000Z')
    await page.getByRole('combobox', { name: 'What moves it' }).selectOption('frozen')
    await expect.poll(() => mock.clock.pace).toBe('frozen')
  })
})
