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
