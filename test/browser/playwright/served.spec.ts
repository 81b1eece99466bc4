import { expect, test as base } from 'playwright/test'
import {
  type ServerFixtures,
  serverFixtures,
  type ServerWorkerFixtures,
} from 'rolecall/mocks/playwright'

const { MOCK: url = '' } = process.env

const test = base.extend<ServerFixtures, ServerWorkerFixtures>(serverFixtures({ url }))

/** What a page sees of the mock, which is of another origin. */
const teams = (address: string) =>
  fetch(`${address}/v1/teams`).then(async (answer) => [answer.status, await answer.text()] as const)

// Each test creates the same team: in a state that they shared, one would fail.
for (const number of [1, 2, 3]) {
  test(`has a state of its own on a running mock, ${number}`, async ({ page, signIn, as }) => {
    const admin = await as('admin@acme.test')
    await admin.teams.create({ key: 'quality' })
    await signIn(page, 'lead@acme.test')
    await page.goto('/package.json')
    expect(await page.evaluate(teams, url)).toEqual([200, expect.stringContaining('"quality"')])
  })
}

test('logs the calls of its own pages alone', async ({ page, mock, mockSession, request }) => {
  await page.goto('/package.json')
  expect((await page.evaluate(teams, url))[0]).toBe(401)
  expect((await mock.requests()).map(({ status }) => status)).toEqual([401])
  await request.get(`${url}/v1/me`, { headers: { 'X-Mock-Session': mockSession } })
  expect(await mock.requests()).toHaveLength(2)
})

test('keeps a token and headers of the page', async ({ page, signIn, mock }) => {
  await signIn(page, 'lead@acme.test')
  const token = await mock.signIn('admin@acme.test')
  await page.goto('/package.json')
  const email = await page.evaluate(
    async ([address, own]) => {
      const headers = { authorization: `Bearer ${own}` }
      const answer = await fetch(`${address}/v1/me`, { headers })
      return (await answer.json()).email
    },
    [url, token],
  )
  expect(email).toBe('admin@acme.test')
})

test('names no request to another origin', async ({ page, context }) => {
  const named: string[] = []
  await context.route('https://elsewhere.test/**', async (route) => {
    named.push(...Object.keys(route.request().headers()).filter((name) => /mock/.test(name)))
    await route.fulfill({ headers: { 'Access-Control-Allow-Origin': '*' }, body: 'elsewhere' })
  })
  await page.goto('/package.json')
  const body = await page.evaluate(async () => (await fetch('https://elsewhere.test/')).text())
  expect({ body, named }).toEqual({ body: 'elsewhere', named: [] })
})
