import { expect, test as base } from 'playwright/test'
import { type MockFixtures, mockFixtures } from 'rolecall/mocks/playwright'

const test = base.extend<MockFixtures>(mockFixtures({ baseUrl: '/api' }))

test('answers a page', async ({ page, signIn, as, mock }) => {
  await as('admin@acme.test').teams.create({ key: 'quality' })
  await signIn(page, 'lead@acme.test')
  await page.goto('/')
  const statuses = await page.evaluate(async () => {
    const list = await fetch('/api/v1/teams')
    const create = await fetch('/api/v1/roles', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"key":"mine","permissions":[]}',
    })
    const own = await fetch('/api/own')
    return [await list.text(), create.status, own.status]
  })
  expect(statuses).toEqual([expect.stringContaining('"quality"'), 403, 404])
  expect(mock.requests.map(({ operation }) => operation)).toEqual([
    'teams.create',
    'teams.list',
    'roles.create',
  ])
})

test('gives each test a mock of its own', async ({ mock }) => {
  expect(mock.requests).toEqual([])
})

const email = async () => (await (await fetch('/api/v1/me')).json()).email

test('signs two pages in as two users', async ({ page, context, signIn }) => {
  const other = await context.newPage()
  await signIn(page, 'admin@acme.test')
  await signIn(other, 'lead@acme.test')
  await page.goto('/')
  await other.goto('/')
  expect(await page.evaluate(email)).toBe('admin@acme.test')
  expect(await other.evaluate(email)).toBe('lead@acme.test')
})

test('leaves a request to a route of the test', async ({ page, mock }) => {
  await page.route('**/api/v1/me', (route) => route.fulfill({ json: { email: 'mine' } }))
  await page.goto('/')
  expect(await page.evaluate(email)).toBe('mine')
  expect(mock.requests).toEqual([])
})
