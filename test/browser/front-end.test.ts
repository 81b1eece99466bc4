import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { createServer } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sourceOfExports } from '../support/source-of.ts'
import { launchChromium } from './chromium.ts'

const browser = await launchChromium()

if (typeof browser === 'string') {
  console.warn(browser)
  test('the front-end example', ({ skip }) => skip(browser))
} else {
  describe('the front-end example, in a real Chromium', () => {
    frontEnd(browser)
  })
}

function frontEnd(browser: Browser): void {
  const cacheDir = mkdtempSync(join(tmpdir(), 'front-end-'))
  const errors: string[] = []
  let url: string
  let page: Page
  let stop: () => Promise<void>

  beforeAll(async () => {
    const server = await createServer({
      configFile: 'docs/examples/front-end/vite.config.ts',
      cacheDir,
      resolve: { alias: sourceOfExports() },
      logLevel: 'error',
      server: { port: 0 },
    })
    await server.listen()
    url = server.resolvedUrls?.local[0] ?? ''
    stop = () => server.close()
  })

  afterAll(async () => {
    await browser.close()
    await stop()
    rmSync(cacheDir, { recursive: true, force: true })
  })

  beforeEach(async () => {
    const context = await browser.newContext()
    page = await context.newPage()
    errors.length = 0
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(url)
    await page.getByLabel('Sign in as').waitFor()
    return async () => {
      await context.close()
      expect(errors).toEqual([])
    }
  })

  const signInAs = (email: string) => page.getByLabel('Sign in as').selectOption(email)
  const createRole = () => page.getByRole('button', { name: 'Create role' }).click()
  const outcome = () => page.getByRole('status').innerText()

  test('signs in as anyone and shows the teams they are in', async () => {
    await signInAs('two-hats@acme.test')
    await page.getByRole('definition').nth(1).waitFor()
    const terms = await page.getByRole('term').allInnerTexts()
    const roles = await page.getByRole('definition').allInnerTexts()
    expect(Object.fromEntries(terms.map((team, index) => [team, roles[index]]))).toEqual({
      admin: 'annotator',
      research: 'admin',
    })
  })

  test('creates a role for who may', async () => {
    await signInAs('admin@acme.test')
    await createRole()
    await page.getByText('Created role prompt-reviewer.').waitFor()
  })

  test('shows who may not the rule, what is missing, and who may run each remedy', async () => {
    await signInAs('lead@acme.test')
    await createRole()
    await page.getByRole('heading', { name: 'Not allowed, by rule AD-04' }).waitFor()
    expect(await outcome()).toContain(
      'roles.create needs admin:manage_roles held in team admin. You hold it only in team research.',
    )
    expect(await outcome()).toContain(
      'users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})',
    )
    expect(await outcome()).toContain('May be run by admin@acme.test, platform@acme.test')
  })

  test('runs a remedy as somebody who may, after which the same button creates the role', async () => {
    await signInAs('lead@acme.test')
    await createRole()
    await page.getByRole('button', { name: 'Run it as admin@acme.test' }).click()
    await page.getByText('Created role prompt-reviewer.').waitFor()
    expect(await page.getByRole('term').allInnerTexts()).toContain('admin')
  })

  test('says so where it is not a matter of rights: the role is there already', async () => {
    await signInAs('admin@acme.test')
    await createRole()
    await page.getByText('Created role prompt-reviewer.').waitFor()
    await createRole()
    await page.getByRole('heading', { name: 'Not allowed' }).waitFor()
    expect(await outcome()).toContain('prompt-reviewer')
  })
}
