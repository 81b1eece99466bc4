import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

/** A call that the administrator of each platform may make, and that creates something. */
const creations = [
  ['adaptive', 'roles.create', { key: 'fresh', permissions: ['use_case:read'] }],
  ['bigml', 'projects.create', { key: 'fresh', private: true }],
  ['ica', 'projects.create', { key: 'fresh' }],
  ['peltarion', 'projects.create', { key: 'fresh' }],
  ['superannotate', 'projects.create', { key: 'fresh' }],
] as const

const hashOf = (as: string, operation: string, ...args: readonly unknown[]): string =>
  `/can-i?${new URLSearchParams({ as, operation, args: JSON.stringify(args) })}`

const decision = (page: Page) => page.getByRole('region', { name: 'The decision' })

describeConsole('Can I', (open) => {
  test('is asked and answered by keyboard alone', async () => {
    const { page, axe, mock } = await open({ path: '/can-i' })
    await page.getByRole('button', { name: 'Can: ' }).press('Enter')
    await page.keyboard.type('lead@acme')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Call: ' }).press('Enter')
    await page.getByRole('combobox', { name: 'Operation' }).fill('roles.create')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Call: roles.create: Create a role' }).waitFor()

    // What is missing is said at its field.
    await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
    const key = page.getByRole('textbox', { name: 'key (required)' })
    await page.getByRole('alert').filter({ hasText: 'key is missing.' }).waitFor()
    expect(await key.getAttribute('aria-invalid')).toBe('true')
    await decision(page).getByText('Invalid', { exact: true }).waitFor()
    expect(await decision(page).getByText('Denied', { exact: true }).count()).toBe(0)
    expect(await axe()).toEqual([])

    await key.fill('reviewer')
    await page.getByRole('checkbox', { name: 'See use cases' }).press('Space')
    await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
    await decision(page).getByText('lead@acme.test would get 403 permission_denied.').waitFor()
    await decision(page).getByText('You hold it only in team Research.').first().waitFor()
    expect(new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('args')).toBe(
      '[{"key":"reviewer","permissions":["use_case:read"]}]',
    )
    expect(await page.locator(':focus').innerText()).toBe('Ask')

    // As JSON and back: what was typed stays.
    await page.getByRole('checkbox', { name: 'As JSON' }).press('Space')
    const json = page.getByRole('textbox', { name: 'Arguments as JSON' })
    await json.fill('{"key":"auditor","permissions":[]')
    await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
    await page.getByText('This is no JSON.').waitFor()
    await json.press('End')
    await json.press('}')
    await page.getByRole('checkbox', { name: 'As JSON' }).press('Space')
    await expect.poll(() => key.inputValue()).toBe('auditor')

    // Nothing has happened, and the way back is the question before.
    expect(mock.requests.filter(({ operation }) => operation === 'roles.create')).toEqual([])
    expect(await axe()).toEqual([])
  })

  test.each(creations)(
    'shows on %s the effect that %s has for real',
    async (policy, operation, body) => {
      const as = 'admin@acme.test'
      const { page, mock, control, axe } = await open({
        mock: { policy },
        path: hashOf(as, operation, body),
      })
      await decision(page).getByText(`${as} would get 201.`).waitFor()
      const effect = page.getByRole('region', { name: 'Its effect' })
      await effect.getByText('fresh').first().waitFor()
      await page.getByText('The answer as JSON').press('Enter')
      const shown: unknown = JSON.parse(await page.getByRole('group').locator('pre').innerText())
      const { effect: told } = await control.rehearse({ as, operation, args: [body] })
      const created = told.resources.changes.filter(({ change }) => change === 'created')
      expect(await effect.getByText('Created', { exact: true }).count()).toBe(created.length)
      expect(await axe()).toEqual([])

      await page.getByRole('button', { name: 'Make it so' }).press('Enter')
      await page.getByRole('button', { name: 'Make the call' }).press('Enter')
      await page.getByText(`${operation} was made as ${as}.`).waitFor()
      const { projects, roles } = mock.client({ as })
      const list = async () => (operation === 'roles.create' ? roles.list() : projects.list())
      const { data } = await list()
      expect(data.find(({ key }) => key === 'fresh')).toEqual(shown)
      await page.getByRole('button', { name: 'Undo' }).press('Enter')
      await page.getByText(`${operation} is undone.`).waitFor()
      expect((await list()).data.find(({ key }) => key === 'fresh')).toBeUndefined()
    },
  )

  test('tells who could do it, and tries a remedy on a copy', async () => {
    const body = { key: 'reviewer', permissions: [] }
    const { page, control, axe } = await open({
      path: hashOf('lead@acme.test', 'roles.create', body),
    })
    await page.getByRole('button', { name: 'Ask for everybody' }).press('Enter')
    const row = page.getByRole('region', { name: 'Who could do it' })
    await row.getByText('3 of 20 could make this call.').waitFor()
    const shown = await row
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.children].map(({ textContent }) => textContent?.trim().split(' ')[0]),
        ),
      )
    const users = await control.users()
    const expected = await Promise.all(
      users.map(async ({ email: as }) => {
        const asked = await control.rehearse({ as, operation: 'roles.create', args: [body] })
        return [as, asked.status < 400 ? 'Yes' : 'No', asked.decision.rule]
      }),
    )
    expect(shown).toEqual(expected)
    expect(await axe()).toEqual([])

    await page.getByText('Try a remedy on a copy').press('Enter')
    await page.getByRole('link', { name: /^users\.update\("lead@acme\.test"/ }).press('Enter')
    await decision(page).getByText('admin@acme.test would get 200.').waitFor()
    const people = page.getByRole('region', { name: 'People' })
    await people.getByRole('row', { name: /^lead@acme\.test Gains .*roles\.create/ }).waitFor()
    await page.goBack()
    await decision(page).getByText('lead@acme.test would get 403').waitFor()

    // Applied for real, the same question turns green.
    await decision(page)
      .getByRole('button', { name: /^Apply as admin@acme\.test/ })
      .press('Enter')
    await page.getByRole('button', { name: 'Apply', exact: true }).press('Enter')
    await page.getByRole('heading', { name: 'Applied.' }).waitFor()
    await page.getByRole('button', { name: 'Done' }).press('Enter')
    await decision(page).getByText('lead@acme.test would get 201.').waitFor()
  })

  test('shows hostile names and answers as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const { page } = await open({
      path: hashOf('admin@acme.test', 'users.update', 'lead@acme.test', { name: hostile }),
    })
    await page.getByRole('region', { name: 'Resources' }).getByText(hostile).first().waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })
})
