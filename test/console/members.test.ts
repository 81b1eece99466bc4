import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { crowd } from '../../mocks/index.ts'
import { describeConsole } from './open-console.ts'

import { pressOn } from './press-on.ts'

/** Opens the menu of a row by keyboard, and chooses an item. */
async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).press('Enter')
  await pressOn(page.getByRole('menuitem', { name: new RegExp(`^${item}`) }))
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

describeConsole('members', (open) => {
  test('invites, sends again and withdraws, by keyboard alone', async () => {
    const { page, control, axe } = await open({ mock: { policy: 'peltarion' }, path: '/members' })
    await page.getByText('8 of 10 seats used: 6 active, 2 pending').waitFor()
    await pressOn(page.getByRole('button', { name: 'Invite member' }))
    const invite = page.getByRole('dialog', { name: 'Invite member' })
    await page.keyboard.type('new@acme.test')
    await invite.getByRole('radio', { name: 'Administrator' }).press('Space')
    await invite.getByRole('textbox', { name: 'Message' }).press('W')
    await page.keyboard.type('elcome')
    expect(await axe()).toEqual([])
    await pressOn(invite.getByRole('button', { name: 'Create' }))
    await page.getByText('Invited new@acme.test.').waitFor()
    await page.getByText('9 of 10 seats used').waitFor()
    await rowOf(page, 'new@acme.test').getByText('Pending').waitFor()

    await choose(page, 'new@acme.test', 'Resend invite')
    await page.getByText('Sent the invitation to new@acme.test again.').waitFor()
    expect((await control.outbox()).map(({ to, message }) => [to, message])).toEqual([
      ['new@acme.test', 'Welcome'],
      ['new@acme.test', 'Welcome'],
    ])
    await choose(page, 'new@acme.test', 'See the e-mail')
    const mails = page.getByRole('dialog', { name: 'E-mails to new@acme.test' })
    await mails.getByText('Sent 2 times').waitFor()
    await expect.poll(() => mails.getByRole('article').count()).toBe(2)
    await page.keyboard.press('Escape')

    await choose(page, 'new@acme.test', 'Remove invite')
    await rowOf(page, 'new@acme.test').getByText('Withdrawn').waitFor()
    await page.getByText('8 of 10 seats used').waitFor()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await rowOf(page, 'new@acme.test').getByText('Pending').waitFor()
  })

  test('Escape closes a denial alone, and leaves the form below it as it was', async () => {
    const { page } = await open({ mock: { policy: 'superannotate' }, path: '/members' })
    await pressOn(page.getByRole('button', { name: 'Invite member' }))
    const field = page.getByRole('textbox', { name: 'E-mail' })
    await field.fill('not an address')
    const create = page.getByRole('dialog').getByRole('button', { name: 'Create' })
    await page.locator('dialog button[aria-disabled]', { hasText: 'Create' }).waitFor()
    await create.press('Enter')
    await page.getByRole('dialog', { name: 'Why this is off' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(1)
    expect(await field.inputValue()).toBe('not an address')
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Create')
  })

  test('several addresses are invited at once, and those that fail stay in the field', async () => {
    const { page, expectedErrors } = await open({ mock: { policy: 'bigml' }, path: '/members' })
    expectedErrors.push(/409|422/)
    await pressOn(page.getByRole('button', { name: 'Invite member' }))
    const field = page.getByRole('textbox', { name: 'E-mail' })
    await field.fill('one@acme.test, two@acme.test three@acme.test')
    await pressOn(page.getByRole('button', { name: 'Create' }))
    await page.getByRole('alert').getByText(/seat/).waitFor()
    expect(await field.inputValue()).toBe('three@acme.test')
    await page.keyboard.press('Escape')
    await page.getByText('16 of 16 seats used').waitFor()
    const button = page.getByRole('button', { name: 'Invite member' })
    await expect.poll(() => button.getAttribute('aria-disabled'), { timeout: 5000 }).toBe('true')
  })

  test('changes a role, and removes a user: the focus goes to the next row', async () => {
    const { page, mock, axe } = await open({ mock: { policy: 'peltarion' }, path: '/members' })
    await choose(page, 'Scientist', 'Edit')
    await page.getByRole('radio', { name: 'Administrator' }).press('Space')
    await pressOn(page.getByRole('button', { name: 'Update' }))
    await rowOf(page, 'scientist@acme.test').getByText('Administrator').waitFor()

    await choose(page, 'Scientist', 'Remove user')
    const dialog = page.getByRole('dialog', { name: 'Remove Scientist?' })
    await dialog.getByText('What changes').waitFor()
    expect(await axe()).toEqual([])
    await pressOn(dialog.getByRole('button', { name: 'Remove user' }))
    await page.getByText('Removed scientist@acme.test.').waitFor()
    await rowOf(page, 'scientist@acme.test').waitFor({ state: 'detached' })
    expect(mock.users().some(({ email }) => email === 'scientist@acme.test')).toBe(false)
    // Or to the heading, if the row was gone before the dialogue was.
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: one } = document
        return one?.getAttribute('aria-label') ?? one?.textContent
      })
    await expect.poll(focused, { timeout: 5000 }).toMatch(/^(Actions for Engineer|Members)$/)
  })

  test('an invited person is no member, and accepts or rejects', async () => {
    for (const answer of ['Accept', 'Reject']) {
      const { page, axe, expectedErrors } = await open({
        mock: { policy: 'superannotate' },
        path: '/members',
      })
      expectedErrors.push(/403/)
      await choose(page, 'invited@acme.test', 'Act as')
      const own = page.getByRole('region', { name: 'Your invitation' })
      await own.getByText('Come and annotate with us.').waitFor()
      expect(await axe()).toEqual([])
      await pressOn(own.getByRole('button', { name: `${answer} invite` }))
      await own.waitFor({ state: 'detached' })
      await page.keyboard.press('b')
      const status = answer === 'Accept' ? 'Active' : 'Rejected'
      await rowOf(page, 'invited@acme.test').getByText(status).waitFor()
    }
  })

  test('where projects have owners, they are handed over before their owner is removed', async () => {
    const { page } = await open({ mock: { policy: 'ica' }, path: '/members' })
    await choose(page, 'Project Owner', 'Remove user')
    const dialog = page.getByRole('dialog', { name: 'Remove Project Owner?' })
    const why = dialog.getByRole('paragraph').filter({ hasText: 'Set another owner first.' })
    await why.waitFor()
    const remove = dialog.getByRole('button', { name: 'Remove user' })
    expect(await remove.getAttribute('aria-disabled')).toBe('true')
    await dialog
      .getByRole('combobox', { name: 'New owner of Genomes' })
      .selectOption('lead@acme.test')
    await pressOn(dialog.getByRole('button', { name: 'Hand over' }))
    await page.getByText('lead@acme.test owns Genomes now.').waitFor()
    await pressOn(remove)
    await page.getByText('Removed owner@acme.test.').waitFor()
  })

  test('adds people and service accounts where nobody is invited', async () => {
    const { page } = await open({ path: '/members' })
    await pressOn(page.getByRole('button', { name: 'Add member' }))
    await page.keyboard.type('robot@acme.test')
    await page.getByRole('checkbox', { name: /service account/ }).press('Space')
    await page.getByRole('combobox', { name: 'Team', exact: true }).selectOption('Research')
    await page.getByRole('combobox', { name: 'Role in the team' }).selectOption('Inference')
    await pressOn(page.getByRole('button', { name: 'Create' }))
    await page.getByRole('dialog', { name: 'The key of robot@acme.test' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Search members' }).fill('robot')
    await rowOf(page, 'robot@acme.test').getByText('research: Inference').waitFor()
  })

  test('10,000 members: few nodes, found by a part of the name', async () => {
    const { page, mock } = await open({
      mock: { policy: 'bigml', scenario: crowd({ users: 10_000 }) },
      path: '/members',
    })
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .waitFor()
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length)
    expect(await nodes()).toBeLessThanOrEqual(400)
    await page.getByRole('region', { name: 'Members, rows' }).press('End')
    await page.getByText('400 loaded so far').waitFor()
    expect(await nodes()).toBeLessThanOrEqual(400)
    const find = page.getByRole('searchbox', { name: 'Search members' })
    const { email: last } = mock.users().at(-1) ?? { email: '' }
    await find.fill(last)
    await rowOf(page, last).waitFor()
    // By a part of an address: pages are loaded until it is found.
    const { email } = mock.users()[700] ?? { email: '' }
    await find.fill(email.slice(0, email.indexOf('@') + 1))
    await rowOf(page, email).waitFor()
    expect(await nodes()).toBeLessThanOrEqual(400)
  })

  test('hostile names change nothing', async () => {
    const { page, control } = await open({ mock: { policy: 'peltarion' }, path: '/members' })
    const name = '<img src=x onerror=alert(1)>'
    await control.seed({ users: [{ email: 'evil@acme.test', name, role: 'creator' }] })
    await page.reload()
    await page.getByRole('button', { name, exact: true }).press('Enter')
    await page.getByRole('dialog', { name }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })
})
