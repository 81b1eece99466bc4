import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { policies } from 'rolecall/policies'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../browser/chromium.ts'
import { readFences } from '../../docs/read-fences.ts'
import { type ViteApp, viteApp } from './vite-app.ts'

// Does what the guide tells a front-end developer, in an empty folder.

const fencesOf = (path: string) => readFences(readFileSync(path, 'utf8'))
const example = 'docs/examples/vite-plugin'

/** The app of the guide, by file name. */
const files = Object.fromEntries(
  fencesOf('docs/guides/front-end.md')
    .filter(({ copiedFrom }) => copiedFrom?.startsWith(example))
    .map(({ copiedFrom = '', code }) => [basename(copiedFrom), code]),
)

/** The same with the worker in place of the plugin. */
const withWorker = {
  ...files,
  'vite.config.ts': 'export default { server: { host: "127.0.0.1" } }',
  'start.ts': fencesOf('docs/guides/production.md').find(({ language }) => language === 'js')?.code,
  'main.ts': `import './start.ts'\n${files['main.ts']}`,
}

/** The commands of the guide that save a state and open it. */
const [save = '', open = ''] =
  fencesOf('docs/guides/front-end.md')
    .find(({ code }) => code.includes('rolecall snapshot'))
    ?.code.split('\n') ?? []
const at = (command: string, url: string) => command.replace('http://127.0.0.1:5173', url)

let browser: Browser | string
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  if (typeof browser !== 'string') await browser.close()
})

/** Opens the app in a browser of its own, without storage from before. Its errors fail the test. */
async function visit(url: string, then: (page: Page) => Promise<void>): Promise<void> {
  if (typeof browser === 'string') throw new Error(browser)
  const context = await browser.newContext()
  const page = await context.newPage()
  const errors: unknown[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.goto(url)
  await page.getByRole('listitem').first().waitFor()
  await then(page)
  expect(errors).toEqual([])
  await context.close()
}

const teamsOf = (page: Page) => page.getByRole('listitem').allInnerTexts()

/** The click that is denied, and the remedy. */
async function takeTour(page: Page): Promise<void> {
  expect(await teamsOf(page)).not.toContain('Quality')
  await page.getByRole('button', { name: 'Create team' }).click()
  const status = page.getByRole('status')
  await status.getByText('Not allowed, by rule AD-05').waitFor()
  expect(await status.innerText()).toContain(
    'teams.create needs “Manage teams” (admin:manage_teams) in team Admin. You hold it only in team Research.',
  )
  await status
    .getByRole('button', {
      name: 'Allow it by users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}}) as admin@acme.test',
    })
    .click()
  await status.getByText('Created team Quality.').waitFor()
  await page.reload()
  await page.getByText('Quality', { exact: true }).waitFor()
}

/** The teams in the saved state, opened in Node. */
const teamsInNode = (app: ViteApp) =>
  app.node(`
    import { readFileSync } from 'node:fs'
    import { createMock } from 'rolecall/mocks'
    const mock = createMock({ snapshot: JSON.parse(readFileSync('state.json', 'utf8')) })
    for await (const { name } of mock.client({ as: 'lead@acme.test' }).teams.list()) console.log(name)`)

test('the guide shows every file of the app', () => {
  const all = readdirSync(example).filter((name) => name !== 'README.md')
  expect(Object.keys(files).toSorted()).toEqual(all.toSorted())
})

test('with the plugin: a click is denied, its remedy helps, and the state opens elsewhere', async ({
  skip,
}) => {
  if (typeof browser === 'string') return skip(browser)
  const app = viteApp(files)
  await app.serve(async (url) => {
    await visit(url, takeTour)
    expect(await app.npx(at(save, url))).toContain(`state.json holds the state of ${url}/api.`)
  })
  await app.serve((url) =>
    visit(url, async (page) => expect(await teamsOf(page)).toContain('Quality')),
  )

  const elsewhere = viteApp({ ...files, 'state.json': app.read('state.json') })
  await elsewhere.serve((url) =>
    visit(url, async (page) => {
      expect(await teamsOf(page)).not.toContain('Quality')
      await elsewhere.npx(at(open, url))
      await page.reload()
      await page.getByText('Quality', { exact: true }).waitFor()
    }),
  )
  expect(await teamsInNode(elsewhere)).toContain('Quality')
})

test('with the worker: the same', async ({ skip }) => {
  if (typeof browser === 'string') return skip(browser)
  const app = viteApp(withWorker, ['msw'])
  await app.npx('npx msw init public/')
  await app.serve(async (url) => {
    await visit(url, async (page) => {
      await takeTour(page)
      const state = await page.evaluate(async () =>
        (await fetch('/api/__mock/snapshot?secrets=false')).text(),
      )
      writeFileSync(join(app.folder, 'state.json'), state)
    })
    await visit(url, async (page) => {
      expect(await teamsOf(page)).not.toContain('Quality')
      await page.evaluate(async (body) => {
        const headers = { 'Content-Type': 'application/json' }
        await fetch('/api/__mock/snapshot', { method: 'PUT', headers, body })
      }, app.read('state.json'))
      await page.reload()
      await page.getByText('Quality', { exact: true }).waitFor()
    })
  })
  expect(await teamsInNode(app)).toContain('Quality')
})

const rules = Object.values(policies).flatMap((policy) =>
  Object.values<{ id: string; text: string }>(policy.rules),
)
const traces = [
  ...new Set(rules.flatMap(({ id, text }) => [id, text])),
  ...['__mock', 'rolecall/mocks', 'acme.test', 'startMock', 'createMock', 'mockServiceWorker'],
]

test.each([
  ['plugin', files],
  ['worker', withWorker],
])('a production build of the app with the %s has no byte of the mock', async (_, app) => {
  const { folder, build } = viteApp(app, ['msw'])
  await build()
  const built = globSync('dist/**/*.*', { cwd: folder })
  const text = built.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  expect(text).toContain('/v1/teams')
  expect(traces.filter((trace) => text.includes(trace))).toEqual([])
})
