import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../../browser/chromium.ts'
import { readFences } from '../../docs/read-fences.ts'
import { type Reader, reader, type Way } from './reader.ts'
import { linesOf, sectionOf, type Typed } from './typing.ts'

// The three paths of README.md, from an empty folder with the packed package alone. All that is typed and
// saved stands there.

const inScript = 'In a script or a notebook'
const inApp = 'In an app'
const inFrontEnd = 'In a front end'

let someone: Reader
let browser: Browser | string
beforeAll(async () => {
  someone = reader()
  browser = await launchChromium()
})
afterAll(async () => {
  someone.leave()
  if (typeof browser !== 'string') await browser.close()
})

/** Prints what was typed, and how long it took: first what all paths begin with. */
function report(path: string, typed: readonly Typed[]): void {
  const all = [...inject('installation'), ...typed]
  const seconds = (lines: readonly Typed[]) =>
    `${(lines.reduce((sum, { took }) => sum + took, 0) / 1000).toFixed(1)} s`
  const lines = all.map((one) => `  ${seconds([one]).padStart(7)}  ${one.line}`)
  console.log([`${path}: ${all.length} lines typed, ${seconds(all)}`, ...lines].join('\n'))
}

/** What the comments beside `console.log` say. */
const saidIn = (code = '') =>
  Array.from(code.matchAll(/console\.log\(.*\) \/\/ (.*)/g), ([, text = '']) => text)

test.each<Way>([{ language: 'ts' }, { language: 'js' }])('a script, in $language', async (way) => {
  const typed = await someone.follow(inScript, way)

  const said = saidIn(sectionOf(inScript)[0]?.code)
  expect(said).not.toEqual([])
  expect(typed[0]?.printed.split('\n')).toEqual(said)
  report(`A script in ${way.language}`, typed)
})

test.each([
  ['ts', 'msw'],
  ['js', 'msw2'],
] as const)('an app, in %s, with %s', async (language, msw) => {
  const typed = await someone.follow(inApp, { language, instead: { msw } })

  expect(typed.at(-1)?.printed).toMatch(/Tests +2 passed/)
  report(`An app in ${language} with ${msw}`, typed)
})

test.each<Way>([{ language: 'ts' }, { language: 'js' }])(
  'a front end, in $language',
  async (way) => {
    if (typeof browser === 'string') throw new Error(browser)
    const page = await browser.newPage()
    const errors: unknown[] = []
    page.on('pageerror', (error) => errors.push(error))
    const visit = async (url: string) => {
      // The page answers clicks once its modules have come.
      await page.goto(url, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: 'Create team' }).click()
      await page.getByRole('status').getByText('AD-05').waitFor()
    }
    const typed = await someone.follow(inFrontEnd, { ...way, visit })
    expect(errors).toEqual([])
    await page.close()

    typed.push(await someone.type('npx vite build', way))
    const built = globSync('dist/**/*.js', { cwd: someone.folder }).map((file) =>
      readFileSync(join(someone.folder, file), 'utf8'),
    )
    expect(built).not.toEqual([])
    expect(built.filter((text) => /__mock|acme\.test/.test(text))).toEqual([])
    report(`A front end in ${way.language}`, typed)
  },
)

/** The app of the guide to front ends, by file name. */
const appOfGuide = () =>
  readFences(readFileSync('docs/guides/front-end.md', 'utf8')).filter(
    ({ language, copiedFrom }) => language === 'ts' && copiedFrom?.includes('/vite-plugin/'),
  )

test.each([
  ['msw', 'README.md'],
  ['msw2', 'the guide'],
])('app with %s and front end of %s compile under tsc --init', async (msw, page) => {
  const way: Way = { language: 'ts', instead: { msw } }
  someone.begin()
  someone.save(inApp, way)
  if (page === 'README.md') someone.save(inFrontEnd, way)
  else
    for (const { copiedFrom = '', code } of appOfGuide())
      writeFileSync(join(someone.folder, basename(copiedFrom)), code)

  const lines = [inApp, inFrontEnd, inScript].flatMap((heading) => linesOf(sectionOf(heading)))
  const typed: string[] = []
  for (const line of lines.filter((one) => /^npm install|^npx tsc/.test(one)))
    typed.push((await someone.type(line, way)).line)
  expect(typed).toContain('npx tsc --noEmit')
})

test('a mock on a port', async () => {
  const [line] = linesOf(sectionOf('On a port'))
  let status = 0
  const visit = async (url: string) => {
    status = (await fetch(url)).status
  }
  await someone.type(`${line} --port 0`, { language: 'ts', visit })
  expect(status).toBe(200)
})
