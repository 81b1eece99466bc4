import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'
import { pressOn } from './press-on.ts'

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const tab = (page: Page) => page.getByRole('region', { name: 'Neural Networks tab' })

describeConsole('team', (open) => {
  test('a box is ticked and unticked, and the Neural Networks tab follows at once', async () => {
    const { page, mock, axe, actAs, expectedErrors } = await open({
      mock: { policy: 'superannotate' },
      path: '/team',
    })
    expectedErrors.push(/403/)
    const trains = async () => {
      const [user] = (
        await mock.client({ as: 'admin@acme.test' }).users.list({ email: 'plain@acme.test' })
      ).data
      return user?.grants.run_training === true
    }
    await tab(page).getByText('active', { exact: true }).waitFor()
    for (const name of ['View SDK token', 'Run training', 'Orchestrate', 'Explore datasets']) {
      expect(await box(page, `${name}, Granted Admin`).isChecked()).toBe(true)
      expect(await box(page, `${name}, Plain Admin`).isChecked()).toBe(false)
    }
    await actAs('plain@acme.test')
    await tab(page).getByText('inactive', { exact: true }).waitFor()
    await page.keyboard.press('b')
    await pressOn(box(page, 'Run training, Plain Admin'), 'Space')
    await page.getByText('Ticked Run training for plain@acme.test.').waitFor()
    expect(await trains()).toBe(true)
    expect(await axe()).toEqual([])

    await actAs('plain@acme.test')
    await tab(page).getByText('active', { exact: true }).waitFor()
    // Only the owner ticks: the box is off, and says so.
    const own = box(page, 'Run training, Plain Admin')
    await expect.poll(() => own.getAttribute('aria-describedby')).not.toBe(null)
    const reason = () =>
      own.evaluate(
        (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
      )
    await expect.poll(reason, { timeout: 5000 }).toContain('Ask admin@acme.test.')
    await own.press('Space')
    await page.getByRole('dialog', { name: 'Why this is off' }).waitFor()
    expect(await axe()).toEqual([])
    await page.keyboard.press('Escape')
    expect(await trains()).toBe(true)

    await actAs('admin@acme.test')
    await pressOn(box(page, 'Run training, Plain Admin'), 'Space')
    await page.getByText('Unticked Run training for plain@acme.test.').waitFor()
    expect(await trains()).toBe(false)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect
      .poll(() => box(page, 'Run training, Plain Admin').isChecked(), { timeout: 5000 })
      .toBe(true)

    await actAs('newcomer@acme.test')
    await tab(page).getByText('not there', { exact: true }).waitFor()
  })

  test('creates a role, changes it and deletes it', async () => {
    const { page, mock, axe } = await open({ path: '/team' })
    const admin = mock.client({ as: 'admin@acme.test' })
    await pressOn(page.getByRole('button', { name: 'Create role' }))
    await page.keyboard.type('reviewer')
    await page.getByRole('textbox', { name: 'Name' }).fill('Case reviewer')
    await page.getByRole('checkbox', { name: /use_case:read$/ }).press('Space')
    expect(await axe()).toEqual([])
    await pressOn(page.getByRole('button', { name: 'Create', exact: true }))
    await page.getByText('Created role reviewer.').waitFor()
    expect((await admin.roles.get('reviewer')).permissions).toEqual(['use_case:read'])

    const menu = page.getByRole('button', { name: 'Actions for role Case reviewer' })
    await menu.press('Enter')
    await pressOn(page.getByRole('menuitem', { name: /^Edit/ }))
    await page.getByRole('checkbox', { name: /dataset:read$/ }).press('Space')
    await pressOn(page.getByRole('button', { name: 'Update' }))
    await page.getByText('Changed role reviewer.').waitFor()
    expect((await admin.roles.get('reviewer')).permissions).toHaveLength(2)

    await menu.press('Enter')
    await pressOn(page.getByRole('menuitem', { name: /^Delete/ }))
    await page.getByText('Deleted role reviewer.').waitFor()
    // A role that the platform brings can't be changed, and its menu says so.
    await page.getByRole('button', { name: 'Actions for role Power User' }).press('Enter')
    const fixed = page.getByRole('menuitem', { name: /^Delete/ })
    await expect
      .poll(() => fixed.innerText(), { timeout: 5000 })
      .toMatch(/built in|brings|default/i)
    expect(await axe()).toEqual([])
  })

  test('creates a team, adds a member, changes the role in it, and removes both', async () => {
    const { page, mock, axe, expectedErrors } = await open({ path: '/team' })
    // What is shown of the team is asked for again when it is gone.
    expectedErrors.push(/404|422/)
    const admin = mock.client({ as: 'admin@acme.test' })
    const teams = async () => (await admin.users.get('newcomer@acme.test')).teams
    await pressOn(page.getByRole('button', { name: 'Create team' }))
    await page.keyboard.type('night')
    await page.getByRole('combobox', { name: 'Default role' }).selectOption('Annotator')
    await pressOn(page.getByRole('button', { name: 'Create', exact: true }))
    await page.getByRole('heading', { name: 'night', level: 1 }).waitFor()
    await page.getByText('New members are Annotator.').waitFor()
    await pressOn(page.getByRole('button', { name: 'Add member' }))
    await page.keyboard.type('newcomer@acme.test')
    await pressOn(page.getByRole('button', { name: 'Add', exact: true }))
    const menu = page.getByRole('button', { name: 'Actions for Newcomer' })
    await menu.waitFor()
    expect(await teams()).toEqual({ night: 'annotator' })
    expect(await axe()).toEqual([])

    await menu.press('Enter')
    await page.getByRole('menuitem', { name: 'Change role' }).press('Enter')
    await page.getByRole('combobox', { name: 'Role' }).selectOption('Power User')
    await pressOn(page.getByRole('button', { name: 'Update' }))
    await page.getByText('Changed newcomer@acme.test in night.').waitFor()
    expect(await teams()).toEqual({ night: 'power_user' })

    await menu.press('Enter')
    await pressOn(page.getByRole('menuitem', { name: /^Remove from team/ }))
    await page.getByText('Nobody is in this team').waitFor()
    // The table has gone with its last row, and the focus is at the heading.
    await expect.poll(() => page.locator(':focus').innerText()).toBe('night')
    await pressOn(page.getByRole('button', { name: 'Delete' }))
    await page.getByText('Deleted night.').waitFor()
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
  })

  test('a team that is not there is said once, with nothing to press', async () => {
    const { page, expectedErrors } = await open({ path: '/team/nope' })
    // Its members can't be listed either.
    expectedErrors.push(/422/)
    const view = page.getByRole('main')
    await view.getByRole('alert').getByText('There is no team "nope"').waitFor()
    expect(await view.getByRole('alert').count()).toBe(1)
    expect(await view.getByRole('button').count()).toBe(0)
  })
})
