import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { createMock, type Mock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

/** Makes three teams. */
async function makeChanges(mock: Mock): Promise<void> {
  const admin = mock.client({ as: 'admin@acme.test' })
  for (const key of ['qa', 'ux', 'ops']) await admin.teams.create({ key })
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().press('Enter')

const dialog = (page: Page) => page.getByRole('dialog')

describeConsole('snapshots', (open) => {
  test('goes back after saying what is lost, and undoes that', async () => {
    const { page, mock, axe } = await open({ path: '/snapshots' })
    await makeChanges(mock)
    await page.getByText('ops').waitFor()
    expect(await axe()).toEqual([])
    const before = mock.snapshot({ secrets: false })
    await page
      .getByRole('button', { name: /^Go back to teams.create/ })
      .last()
      .press('Enter')
    expect(await dialog(page).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/teams\.create ops/),
      expect.stringMatching(/teams\.create ux/),
    ])
    expect(await axe()).toEqual([])
    expect(mock.history).toHaveLength(3)
    await press(page, 'Take back 2 changes')
    await page.getByText('Took back 2 changes.').waitFor()
    expect(mock.history).toHaveLength(1)
    await press(page, 'Undo')
    await page.getByText('The state is as it was.').waitFor()
    expect(mock.snapshot({ secrets: false })).toEqual(before)
  })

  test('forks from a place, shows the fork, and deletes it', async () => {
    const { page, mock, control, axe } = await open({ path: '/snapshots' })
    await makeChanges(mock)
    await page.getByText('ops').waitFor()
    await press(page, 'Fork from before all of these changes')
    await page.getByRole('textbox', { name: 'Name' }).fill('what-if')
    expect(await axe()).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Timeline of what-if' }).waitFor()
    expect(mock.history).toHaveLength(3)
    expect((await control.states.list()).map(({ name }) => name)).toEqual(['what-if'])
    expect(await axe()).toEqual([])
    await press(page, 'Show Main state')
    await page.getByRole('heading', { name: 'Timeline of the main state' }).waitFor()
    await press(page, 'Delete what-if')
    await page.getByText('Deleted the state what-if.').waitFor()
    expect(await control.states.list()).toEqual([])
  })

  test('opens a file only after it was confirmed, and refuses a wrong one with the place', async () => {
    const { page, mock, axe, expectedErrors } = await open({ path: '/snapshots' })
    expectedErrors.push(/422/)
    const before = mock.snapshot()
    const other = createMock()
    await makeChanges(other)
    const snapshot = other.snapshot({ secrets: false })
    const pick = async (name: string, value: unknown): Promise<void> => {
      const file = join(tmpdir(), name)
      await writeFile(file, JSON.stringify(value))
      const chooser = page.waitForEvent('filechooser')
      await press(page, 'Load a file')
      await (await chooser).setFiles(file)
    }
    await pick('wrong.json', {
      ...snapshot,
      seed: '<img src=x onerror=alert(1)>\u202e',
      sequence: 'x',
    })
    await page.getByRole('dialog', { name: 'This snapshot can’t be opened' }).waitFor()
    expect(await dialog(page).getByRole('alert').innerText()).toMatch(/snapshot\.sequence/)
    expect(await axe()).toEqual([])
    await press(page, 'OK')
    await pick('right.json', snapshot)
    await page.getByRole('dialog', { name: 'Open this snapshot?' }).waitFor()
    expect(await dialog(page).getByText('Left out').count()).toBe(1)
    expect(await axe()).toEqual([])
    expect(mock.snapshot()).toEqual(before)
    await press(page, 'Replace the state')
    await page.getByText('Opened right.json.').waitFor()
    expect(mock.snapshot({ secrets: false })).toEqual(snapshot)
    await press(page, 'Undo')
    await expect.poll(() => mock.snapshot({ secrets: false }).sequence).toBe(before.sequence)
  })

  test('saves a file, without secrets unless they are asked for', async () => {
    const { page, mock } = await open({ path: '/snapshots' })
    for (const secrets of [false, true]) {
      await press(page, 'Save as a file')
      if (secrets) await page.getByRole('checkbox', { name: 'With secrets' }).press('Space')
      const download = page.waitForEvent('download')
      await press(page, 'Save the file')
      const file = join(tmpdir(), `saved-${secrets}.json`)
      await (await download).saveAs(file)
      const saved: unknown = JSON.parse(await readFile(file, 'utf8'))
      expect(saved).toEqual(JSON.parse(JSON.stringify(mock.snapshot({ secrets }))))
    }
  })

  test.each(['bigml', 'superannotate', 'ica', 'peltarion', 'adaptive'] as const)(
    'a state under %s opens by its link elsewhere, and is never sent',
    async (policy) => {
      const { page, mock } = await open({ mock: { policy }, path: '/snapshots' })
      const asked: string[] = []
      page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
      await press(page, 'Share as a link')
      const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
      const [, state = ''] = link.split('state=')
      expect(state.length).toBeGreaterThan(1000)
      expect(asked.filter((text) => text.includes(state.slice(0, 100)))).toEqual([])

      const there = await open()
      const sent: string[] = []
      there.page.on('request', (request) => sent.push(request.url()))
      await there.page.goto(`${there.url}/#/snapshots?state=${state}`)
      await there.page.getByRole('dialog', { name: 'Open this snapshot?' }).waitFor()
      expect(there.page.url()).toBe(`${there.url}/#/snapshots`)
      expect(there.mock.policy.name).toBe('adaptive')
      await press(there.page, 'Replace the state')
      await there.page.getByText('Opened a shared link.').waitFor()
      const secrets = false
      expect(await there.control.snapshot({ secrets })).toEqual(mock.snapshot({ secrets }))
      expect(sent.filter((text) => text.includes(state.slice(0, 100)))).toEqual([])
    },
  )

  test('a broken link says so, and changes nothing', async () => {
    const { page, mock, url } = await open({ path: '/snapshots' })
    const before = mock.snapshot()
    for (const state of ['AAAA', 'not*a*state']) {
      await page.goto(`${url}/#/snapshots?state=${state}`)
      await page.getByRole('dialog', { name: 'This snapshot can’t be opened' }).waitFor()
      await press(page, 'OK')
    }
    expect(mock.snapshot()).toEqual(before)
  })
})
