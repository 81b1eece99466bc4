import { globSync, readFileSync, statSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { read, root } from '../docs/pages.ts'
import { describeConsole } from './open-console.ts'
import { sizeOf } from './pictures/palette-png.ts'
import { guide, pictures, screen, walk } from './pictures/tour.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last()
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

describeConsole('the tour', (open) => {
  test('a denial, its reason, its remedy, and the way back', async () => {
    const { page, mock, expectedErrors } = await open({ context: screen })
    expectedErrors.push(/status of 403/)
    const before = mock.state
    const { press, picture, end } = walk(page, 'A denial, and what would allow it')
    await press(button(page, 'Make a call that is denied'), 'Make a call that is denied')
    const detail = page.getByRole('complementary', { name: 'The request' })
    await detail.getByText('403 Denied').waitFor()
    await picture('denied')

    const apply = detail.getByRole('button', { name: 'Apply as admin@acme.test…' }).first()
    await press(apply, 'Apply as admin@acme.test…')
    await page.getByRole('heading', { name: 'Apply this remedy' }).waitFor()
    await picture('apply')
    await press(button(page, 'Apply and try again'), 'Apply and try again')
    await page.getByRole('heading', { name: 'Denied before, allowed now.' }).waitFor()
    await picture('allowed')
    await press(button(page, 'Undo'), 'Undo')
    await page.getByRole('heading', { name: 'Undone: all is as before.' }).waitFor()
    expect(JSON.parse(mock.state)).toEqual(JSON.parse(before))
    await press(button(page, 'Done'), 'Done')
    await detail.getByText('Tried 2 times').waitFor()
    await picture('undone')
    end()
  })

  test('who may do what, and what a call would change', async () => {
    const { page, mock, expectedErrors } = await open({ context: screen })
    expectedErrors.push(/status of 403/)
    const before = mock.state
    const { press, type, find, picture, end } = walk(page, 'Who may do what')
    await press(link(page, 'Matrix'), 'Matrix')
    const differences = page.getByRole('checkbox', { name: 'Differences only' })
    await press(differences, 'Differences only', 'Space')
    await page.getByText('hidden, on which all agree').waitFor()
    await differences.press('Tab')
    // To the line roles.create, and to the column of the lead.
    for (let line = 0; line < 6; line += 1) await page.keyboard.press('ArrowDown')
    for (let column = 0; column < 4; column += 1) await page.keyboard.press('ArrowRight')
    await press(page.locator(':focus'), 'No')
    await page.getByRole('dialog', { name: 'Research Lead: roles.create' }).waitFor()
    await page.getByText('Rule AD-04').waitFor()
    await picture('matrix')
    await press(button(page, 'Close'), 'Close')

    await press(link(page, 'Can I'), 'Can I')
    await press(page.getByRole('button', { name: 'Can: ' }), 'Can')
    await find('lead@acme.test')
    await press(page.getByRole('button', { name: 'Call: ' }), 'Call')
    await find('roles.create')
    await page.getByRole('button', { name: 'Call: roles.create' }).waitFor()
    await type('reviewer', page.getByRole('textbox', { name: 'key (required)' }))
    await press(page.getByRole('checkbox', { name: 'See use cases' }), 'See use cases', 'Space')
    await press(button(page, 'Ask'), 'Ask')
    const decision = page.getByRole('region', { name: 'The decision' })
    await decision.getByText('lead@acme.test would get 403').waitFor()
    await press(page.getByText('Try a remedy on a copy'), 'Try a remedy on a copy')
    const remedy = page.getByRole('link', { name: /^users\.update\("lead@acme\.test"/ }).first()
    await press(remedy, 'users.update("lead@acme.test", …)')
    await page.getByRole('region', { name: 'Its effect' }).waitFor()
    await picture('can-i')
    expect(mock.state).toBe(before)
    end()
  })

  test('policies, faults, the clock and snapshots', async () => {
    const { page, mock } = await open({ context: screen })
    const { press, remove, picture, end } = walk(page, 'The rules, the network and the clock')
    await press(link(page, 'Policies'), 'Policies')
    await press(link(page, 'Edit'), 'Edit')
    const field = page.getByRole('textbox', { name: 'Policy as JSON' })
    await field.waitFor()
    await remove('"admin:manage_roles",', '"key": "platform_admin"', field)
    await press(button(page, 'Use this policy'), 'Use this policy')
    await page.getByRole('region', { name: 'Gains and losses' }).waitFor()
    await picture('policies')
    await press(button(page, 'Cancel'), 'Cancel')

    await press(link(page, 'Faults'), 'Faults')
    const next = page.getByRole('switch', { name: 'Fail the next call with 503' })
    await press(next, 'Fail the next call with 503', 'Space')
    await page.getByText('Fail the next call with 503: on.').waitFor()
    await press(button(page, 'Advance 3 days'), 'Advance 3 days')
    await expect.poll(() => mock.clock.now.slice(0, 10)).toBe('2026-01-08')
    await picture('faults')

    await press(link(page, 'Snapshots'), 'Snapshots')
    await press(button(page, 'Share as a link'), 'Share as a link')
    await page.getByRole('textbox', { name: 'Link' }).waitFor()
    await picture('snapshots')
    end()
  })

  test('members, and the boxes of the team', async () => {
    const { page, mock, expectedErrors } = await open({
      mock: { policy: 'superannotate' },
      context: screen,
    })
    // The annotator may not see the members either.
    expectedErrors.push(/status of 403/)
    const { press, pressOff, type, find, picture, end } = walk(
      page,
      'Members and the boxes of a team',
    )
    await press(link(page, 'Members'), 'Members')
    await press(button(page, 'Invite member'), 'Invite member')
    await type('new@acme.test')
    await picture('invite')
    await press(button(page, 'Create'), 'Create')
    await page.getByText('Invited new@acme.test.').waitFor()

    await press(page.getByRole('button', { name: /^Acting as/ }), 'Acting as')
    await find('annotator@acme.test')
    await pressOff(button(page, 'Invite member'), 'Invite member')
    await page.getByRole('dialog', { name: 'Why this is off' }).waitFor()
    await picture('off')
    await press(button(page, 'Close'), 'Close')
    await press(button(page, 'Back to Acme Owner'), 'Back to Acme Owner')

    await press(link(page, 'Team'), 'Team')
    const box = page.getByRole('checkbox', { name: 'Run training, Plain Admin' })
    await press(box, 'Run training', 'Space')
    await page.getByText('Ticked Run training for plain@acme.test.').waitFor()
    await picture('boxes')
    expect(mock.history).toHaveLength(2)
    end()
  })

  test('who would lose access to a project', async () => {
    const { page, expectedErrors } = await open({ mock: { policy: 'bigml' }, context: screen })
    // Nobody may see all that the page of a private project asks for.
    expectedErrors.push(/status of 403/)
    const { press, picture, end } = walk(page, 'Projects, public and private')
    await press(link(page, 'Projects'), 'Projects')
    await press(link(page, 'Ticket triage'), 'Ticket triage')
    await press(button(page, 'Make private'), 'Make private')
    await page.getByRole('region', { name: 'Would lose access' }).waitFor()
    await picture('project')
    await press(
      page.getByRole('dialog').getByRole('button', { name: 'Make private' }),
      'Make private',
    )
    await page.getByText('Ticket triage is private now.').waitFor()
    end()
  })
})

test('the guide shows each picture once, all of one size, and they are small', () => {
  const files = globSync('*.png', { cwd: root + pictures })
  expect(files.length).toBeGreaterThan(10)
  const text = read(guide)
  let bytes = 0
  for (const file of files) {
    expect(text.split(`](../pictures/${file})`), file).toHaveLength(2)
    const path = `${root}${pictures}/${file}`
    expect(sizeOf(readFileSync(path)), file).toEqual(screen.viewport)
    bytes += statSync(path).size
  }
  expect(bytes).toBeLessThanOrEqual(600_000)
})
