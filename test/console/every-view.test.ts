import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { crowd } from '../../mocks/index.ts'
import { describeConsole } from './open-console.ts'

const views = [
  '/log',
  '/members',
  '/team',
  '/projects',
  '/matrix',
  '/can-i',
  '/policies',
  '/faults',
  '/snapshots',
]

const policies = ['adaptive', 'bigml', 'ica', 'peltarion', 'superannotate'] as const

/** Waits until a view shows what it has: nothing is on its way, and no call is under way. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[role=status]')].every(
      ({ textContent }) => !textContent.startsWith('Loading'),
    ),
  )
}

describeConsole('every view', (open) => {
  test.each(policies)(
    'has no findings of axe under %s: light, dark and forced colours',
    async (policy) => {
      const { page, go, axe } = await open({ mock: { policy } })
      for (const view of views) {
        await go(view)
        await settled(page)
        for (const media of [
          { colorScheme: 'light' },
          { colorScheme: 'dark' },
          { forcedColors: 'active' },
        ] as const) {
          await page.emulateMedia({ forcedColors: 'none', ...media })
          expect(await axe(), `${view} ${JSON.stringify(media)}`).toEqual([])
        }
      }
    },
  )

  test('fits 390 px: nothing scrolls sideways, and every target is 24 px', async () => {
    const { page, go } = await open({ context: { viewport: { width: 390, height: 844 } } })
    for (const view of views) {
      await go(view)
      await settled(page)
      const { overflow, small } = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        small: [...document.querySelectorAll('button, input, select, summary, nav a')]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          .filter((control) => {
            // A box is pressed by its label, and what is seen by screen readers alone by nobody.
            const { width, height } = (control.closest('label') ?? control).getBoundingClientRect()
            return width > 1 && (width < 24 || height < 24)
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      }))
      expect({ view, overflow, small }).toEqual({ view, overflow: 0, small: [] })
    }
  })

  test('has at most 400 nodes, with 10,000 users', async () => {
    const { page, go } = await open({ mock: { scenario: crowd({ users: 10_000, seed: 1 }) } })
    for (const view of views) {
      await go(view)
      await settled(page)
      const nodes = await page.evaluate(() => document.body.querySelectorAll('*').length)
      expect({ view, few: nodes <= 400, nodes }).toMatchObject({ view, few: true })
    }
  })

  test('shows hostile names as text', async () => {
    const name = '<img src=x onerror="window.harmed = true">'
    const { page, go, mock } = await open({ mock: { policy: 'bigml' } })
    mock.seed({
      users: [{ email: 'hostile@acme.test', name, role: 'member' }],
      projects: [{ key: 'hostile', name, creator: 'admin@acme.test' }],
    })
    await mock.client({ as: 'admin@acme.test' }).projects.update('hostile', { description: name })
    for (const view of [...views, '/projects/hostile']) {
      await go(view)
      await settled(page)
      const shown = await page.evaluate(() => ({
        images: document.querySelectorAll('img').length,
        harmed: 'harmed' in window,
      }))
      expect({ view, ...shown }).toEqual({ view, images: 0, harmed: false })
    }
  })

  test('asks nothing of another origin, and needs nothing more once it is loaded', async () => {
    const { page, go, url } = await open()
    const files = new Set<string>()
    page.on('request', (request) => files.add(request.url()))
    for (const view of views) {
      await go(view)
      await settled(page)
    }
    expect([...files].filter((file) => !file.startsWith(url))).toEqual([])
    expect([...files].filter((file) => /\.(woff2?|ttf|otf|png|jpe?g|gif)$/.test(file))).toEqual([])
  })
})
