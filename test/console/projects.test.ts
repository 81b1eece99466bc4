import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'
import { pressOn } from './press-on.ts'

const dialog = (page: Page) => page.getByRole('dialog')

/** The row of the project's team with a text. */
const entry = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Team' }).getByRole('row').filter({ hasText: name })

/** Presses a button by the keyboard, once it is known whether it is on. */
const press = (page: Page, name: string) => pressOn(page.getByRole('button', { name, exact: true }))

describeConsole('projects', (open) => {
  test('a project is made private, after who would lose access was shown', async () => {
    const { page, mock, axe } = await open({
      mock: { policy: 'bigml' },
      path: '/projects/triage',
    })
    await press(page, 'Make private')
    const losers = dialog(page).getByRole('region', { name: 'Would lose access' })
    await losers.getByText('analyst@acme.test').waitFor()
    // Whoever sees it already can only do more on it.
    await dialog(page).getByRole('region', { name: 'Could do more' }).waitFor()
    const winners = dialog(page).getByRole('region', { name: 'Would gain access' })
    expect(await winners.count()).toBe(0)
    expect(await axe()).toEqual([])
    const analyst = mock.client({ as: 'analyst@acme.test' })
    expect((await analyst.projects.get('triage')).private).toBe(false)
    await dialog(page).getByRole('button', { name: 'Make private' }).press('Enter')
    await page.getByRole('button', { name: 'Make public' }).waitFor()
    await expect(analyst.projects.get('triage')).rejects.toMatchObject({ status: 404 })
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByRole('button', { name: 'Make private' }).waitFor()
    expect((await analyst.projects.get('triage')).private).toBe(false)
  })

  test('a project is shared with an e-mail address, whose person rejects and accepts', async () => {
    const { page, axe } = await open({ mock: { policy: 'ica' }, path: '/projects/genomes' })
    await press(page, 'Add')
    await dialog(page).getByLabel('Kind').selectOption('E-mail address')
    await dialog(page).getByLabel('E-mail address', { exact: true }).fill('guest2@acme.test')
    await dialog(page).getByLabel('Project Access').selectOption('Viewer')
    await dialog(page).getByLabel('Download allowed').press('Space')
    expect(await axe()).toEqual([])
    await dialog(page).getByRole('button', { name: 'Add' }).press('Enter')
    await page.getByText('Added guest2@acme.test.').waitFor()
    await page.getByRole('region', { name: 'Team, rows' }).press('End')
    await entry(page, 'guest2@acme.test').getByText('Pending').waitFor()

    await press(page, 'Reject as invited@acme.test')
    await entry(page, 'invited@acme.test').getByText('Rejected').waitFor()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await press(page, 'Accept as invited@acme.test')
    await entry(page, 'invited@acme.test').getByText('Accepted').waitFor()
  })

  test('a level is raised, with what it gives before it is saved', async () => {
    const { page, mock } = await open({ mock: { policy: 'ica' }, path: '/projects/genomes' })
    await press(page, 'Change access of analyst@acme.test')
    await dialog(page).getByLabel('Flow Access').selectOption('Contributor')
    const winners = dialog(page).getByRole('region', { name: 'Could do more' })
    await winners.getByText('analyst@acme.test').waitFor()
    await dialog(page).getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByText('Changed the access of analyst@acme.test.').waitFor()
    await entry(page, 'analyst@acme.test').getByText('Contributor').waitFor()
    const entries = await mock
      .client({ as: 'admin@acme.test' })
      .projects.members.list('genomes')
      .toArray()
    expect(entries.filter(({ roles }) => roles.flow === 'contributor').length).toBeGreaterThan(3)
  })

  test('the owner of a project is changed', async () => {
    const { page, mock } = await open({ mock: { policy: 'ica' }, path: '/projects/genomes' })
    await press(page, 'Edit project owner')
    await dialog(page).getByLabel('New owner').fill('lead@acme.test')
    await dialog(page).getByRole('button', { name: 'Change owner' }).press('Enter')
    await page.getByText('lead@acme.test owns Genomes now.').waitFor()
    const admin = mock.client({ as: 'admin@acme.test' })
    const [project, lead] = [
      await admin.projects.get('genomes'),
      await admin.users.get('lead@acme.test'),
    ]
    expect(project.owner).toBe(lead.id)
  })

  test('a project is created and deleted, and the focus is never lost', async () => {
    const { page, mock } = await open({ mock: { policy: 'bigml' }, path: '/projects' })
    await press(page, 'Create project')
    // No team owns a project on this platform.
    expect(await dialog(page).getByLabel('Team').count()).toBe(0)
    await dialog(page).getByLabel('Name').fill('Fraud watch')
    await dialog(page).getByRole('button', { name: 'Create project' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Fraud watch' }).waitFor()
    await press(page, 'Delete')
    await dialog(page).getByRole('button', { name: 'Delete project' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    const admin = mock.client({ as: 'admin@acme.test' })
    await expect(admin.projects.get('fraud-watch')).rejects.toMatchObject({ status: 404 })
  })

  test('what is off says why, and by whom it could be on', async () => {
    const { page, actAs, axe } = await open({ mock: { policy: 'bigml' }, path: '/projects/churn' })
    await actAs('analyst@acme.test')
    const button = page.getByRole('button', { name: 'Delete' })
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true')
    const described = await button.getAttribute('aria-describedby')
    const reason = page.locator(`[id="${described}"]`)
    await expect.poll(() => reason.textContent()).toContain('could allow it')
    await button.press('Enter')
    await dialog(page).waitFor()
    expect(await axe()).toEqual([])
  })

  test.each(['adaptive', 'bigml', 'ica', 'peltarion', 'superannotate'] as const)(
    'axe finds nothing under %s, in the list and on a page',
    async (policy) => {
      const { page, axe, go, mock, control } = await open({ mock: { policy }, path: '/projects' })
      await page
        .getByRole('row')
        .or(page.getByText(/^No .* to see$/))
        .first()
        .waitFor()
      expect(await axe()).toEqual([])
      const [first] = await control.users()
      const [project] = await mock
        .client({ as: first?.email ?? '' })
        .projects.list()
        .toArray()
      if (project === undefined) return
      await go(`/projects/${project.key}`)
      await page.getByText('Visibility').waitFor()
      expect(await axe()).toEqual([])
    },
  )
})
