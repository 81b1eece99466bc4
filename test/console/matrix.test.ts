import type { Page } from 'playwright'
import { createMock, matrix, type Mock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

const policies = ['adaptive', 'bigml', 'ica', 'peltarion', 'superannotate'] as const
type Resource = NonNullable<Parameters<typeof matrix>[1]>

/** So large that no line is left out of the page. */
const wall = { viewport: { width: 2800, height: 4200 } }

const hashOf = ({ type, id }: Resource): string =>
  `/matrix?on=${encodeURIComponent(`${type}:${id}`)}`

describeConsole('the matrix', (open) => {
  test.each(policies)('shows each cell as %s answers it', async (policy) => {
    const { page, mock, go } = await open({ mock: { policy }, path: '/matrix', context: wall })
    for (const resource of await resourcesOf(mock)) {
      await go(hashOf(resource))
      const { personas, actions, cells } = await matrix(mock, resource)
      const byPlace = new Map(cells.map((cell) => [`${cell.persona} ${cell.action}`, cell]))
      const expected = actions.map((action) => [
        action,
        ...personas.map(({ user }) => textOf(byPlace.get(`${user} ${action}`)?.outcome)),
      ])
      await expect.poll(() => shownTable(page), { message: hashOf(resource) }).toEqual(expected)
      expect(await peopleOf(page)).toEqual(personas.map(({ email }) => email))
    }
  })

  test('is read, asked and left by keyboard alone', async () => {
    const { page, axe } = await open({ path: '/matrix' })
    const grid = page.getByRole('grid', { name: 'Who may do what on Acme' })
    await grid.waitFor()
    await page.getByRole('checkbox', { name: 'Differences only' }).press('Tab')
    const focused = page.locator(':focus')
    expect(await focused.innerText()).toContain('organization')
    // To organization.update as the lead, and its decision.
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      ...Array.from({ length: 4 }, () => 'ArrowRight'),
    ]) {
      await page.keyboard.press(key)
    }
    await expect.poll(() => focused.innerText()).toBe('No')
    await page.keyboard.press('Enter')
    const decision = page.getByRole('dialog', { name: 'Research Lead: organization.update' })
    await decision.getByText('Rule AD-07').waitFor()
    await decision.getByRole('link', { name: 'Ask in Can I' }).waitFor()
    expect(await axe()).toEqual([])
    await page.keyboard.press('Escape')
    expect(await focused.innerText()).toBe('No')

    // Who holds it, by its heading; then one of them.
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const holders = page.getByRole('dialog', { name: 'Who holds organization.update' })
    await holders.getByRole('list', { name: 'Yes: 3' }).getByRole('button').first().press('Enter')
    await page.getByRole('dialog', { name: 'Acme Admin: organization.update' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await focused.innerText()).toBe('organization.update')

    // What a person has, by their heading.
    for (const key of ['ArrowRight', 'Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key)
    }
    await expect.poll(() => focused.innerText()).toBe('Deputy')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'What Deputy has' }).waitFor()
    expect(await axe()).toEqual([])
    await page.keyboard.press('Escape')

    // A group closes and opens with the arrows.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => focused.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focused.getAttribute('aria-expanded')).toBe('true')

    // The last cell of all, with the focus still in the table.
    await page.keyboard.press('Control+End')
    await expect.poll(() => focused.getAttribute('aria-colindex')).toBe('14')
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1)
  })

  test('shows differences only, and finds actions', async () => {
    const { page, mock, axe } = await open({ path: '/matrix?differ=yes', context: wall })
    const { actions, cells } = await matrix(mock)
    const disputed = actions.filter(
      (action) =>
        new Set(cells.filter((cell) => cell.action === action).map(({ outcome }) => outcome)).size >
        1,
    )
    await expect
      .poll(async () => (await shownTable(page)).map(([action]) => action))
      .toEqual(disputed)
    await page
      .getByText(`${actions.length - disputed.length} hidden, on which all agree.`)
      .waitFor()
    await page.getByRole('searchbox', { name: 'Search in actions' }).fill('manage users')
    await expect
      .poll(async () => (await shownTable(page)).map(([action]) => action))
      .toEqual(['admin:manage_users'])
    await page.getByRole('searchbox').fill('no such action')
    await page.getByText('No action matches').waitFor()
    expect(await axe()).toEqual([])
  })

  test('shows roles, another resource and other people', async () => {
    const { page, control } = await open({ path: '/matrix', context: wall })
    await page.getByRole('button', { name: 'Resource: organization Acme' }).press('Enter')
    await page.getByRole('combobox', { name: 'Name, key or type' }).fill('team research')
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: 'Who may do what on research' }).waitFor()
    await page.getByRole('button', { name: 'Add a person' }).press('Enter')
    await page.keyboard.type('chatbot')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await peopleOf(page)).at(-1)).toBe('chatbot@acme.test')
    await page.getByRole('combobox', { name: 'Columns' }).selectOption('By roles')
    const resource = { type: 'team', id: 'research' }
    const { rows, actions } = await control.matrix({ resource, by: 'roles' })
    await expect
      .poll(() => shownTable(page))
      .toEqual(
        actions.map(({ action }, at) => [
          action,
          ...rows.map(({ cells }) => textOf(cells[at]?.outcome)),
        ]),
      )
    await page.getByRole('gridcell').nth(1).click()
    await page
      .getByRole('dialog')
      .getByText(/^A person with the role/)
      .waitFor()
  })

  test('lays the coverage of a test run over it', async () => {
    const { page, axe } = await open({ path: '/matrix', context: wall })
    const tested = createMock()
    await tested.client({ as: 'lead@acme.test' }).can('roles.create', { key: 'x', permissions: [] })
    const report = { format: 'rolecall-coverage-report/1', policies: [tested.coverage()] }
    const load = (name: string, content: unknown) =>
      page.getByLabel('Coverage file').setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      })
    await load('coverage.json', report)
    await page.getByText('Coverage by coverage.json.').waitFor()
    await page
      .getByRole('row', { name: /^roles\.create seen denied/ })
      .getByRole('gridcell', { name: 'Yes seen denied' })
      .first()
      .waitFor()
    await page.getByRole('row', { name: /^teams\.list not seen/ }).waitFor()
    expect(await axe()).toEqual([])
    await load('other.json', createMock({ policy: 'bigml' }).coverage())
    await page.getByText('The file has the coverage of bigml; the policy in force is').waitFor()
    await page.getByRole('button', { name: 'Coverage' }).press('Enter')
    await page.getByRole('menuitem', { name: 'What this mock has seen' }).press('Enter')
    await page.getByText('Coverage by this mock.').waitFor()
  })

  test('is copied as Markdown and as CSV', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page } = await open({ path: '/matrix?q=roles.create', context: { permissions } })
    const copied = async (as: string) => {
      await page.getByRole('button', { name: 'Copy' }).press('Enter')
      await page.getByRole('menuitem', { name: as }).press('Enter')
      await page.getByText('Copied 1 actions as').waitFor()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    expect(await copied('As Markdown')).toMatch(/^\| Action \| admin@acme\.test \|.*\n\| --- /)
    expect(await copied('As CSV')).toMatch(/\r\nroles\.create,Yes,Yes,Yes,No,No/)
  })

  test('shows hostile names as text, and a resource that is none as a failure', async () => {
    const { page, mock, go, expectedErrors } = await open({ path: '/log' })
    expectedErrors.push(/422/)
    mock.seed({
      users: [{ email: 'x@acme.test', name: '<img src=x onerror=alert(1)>' }],
    })
    await go('/matrix?people=x@acme.test')
    await page.getByRole('grid').waitFor()
    await page.getByRole('checkbox', { name: 'Differences only' }).press('Tab')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await page.getByRole('columnheader', { name: '<img src=x onerror=alert(1)>' }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await go('/matrix?on=project:nothing')
    await page.getByRole('alert').waitFor()
    await page.getByRole('link', { name: 'Show the matrix of the organization' }).press('Enter')
    await page.getByRole('grid').waitFor()
  })
})

const textOf = (outcome = ''): string => outcome.charAt(0).toUpperCase() + outcome.slice(1)

/** The resources that the administrator may list: the first of each type, and all projects. */
async function resourcesOf(mock: Mock): Promise<readonly Resource[]> {
  const { teams, projects, roles, users, artifacts, invitations, tokens } = mock.client({
    as: 'admin@acme.test',
  })
  const none = () => ({ data: [] })
  const found = async (
    type: Resource['type'],
    list: () => Promise<{ readonly data: readonly { readonly id: string }[] }>,
    most = 1,
  ): Promise<readonly Resource[]> =>
    (await list().catch(none)).data.slice(0, most).map(({ id }) => ({ type, id }))
  return [
    { type: 'organization', id: 'current' },
    ...(await found('team', async () => teams.list(), 3)),
    ...(await found('project', async () => projects.list(), 10)),
    ...(await found('role', async () => roles.list())),
    ...(await found('user', async () => users.list())),
    ...(await found('artifact', async () => artifacts.list(), 3)),
    ...(await found('invitation', async () => invitations.list())),
    ...(await found('token', async () => tokens.list())),
  ]
}

/** The lines of the table: the action's key, then the text of each cell. */
const shownTable = (page: Page): Promise<string[][]> =>
  page
    .getByRole('grid')
    .locator('tbody tr:not([data-group], [aria-hidden])')
    .evaluateAll((lines) =>
      lines.map((line) => {
        const [head, ...cells] = line.querySelectorAll('th, td')
        const key = head?.querySelector('small') ?? head
        return [key?.textContent ?? '', ...cells.map(({ textContent }) => textContent ?? '')]
      }),
    )

const peopleOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('grid')
    .locator('thead button')
    .evaluateAll((heads) => heads.map((head) => head.getAttribute('title')?.split(':')[0] ?? ''))
