import { once } from 'node:events'
import { expect, test as base } from 'playwright/test'
import {
  type ServerFixtures,
  serverFixtures,
  type ServerWorkerFixtures,
} from 'rolecall/mocks/playwright'
import { createApp } from './app.ts'

const test = base.extend<ServerFixtures, ServerWorkerFixtures & { app: string }>({
  ...serverFixtures(),
  app: [
    async ({ mockServer }, use) => {
      const server = createApp(mockServer.url).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      await use(`http://127.0.0.1:${port}`)
      server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => {
    await use(app)
  },
})

test('a lead may not create roles', async ({ page, signIn, mock }) => {
  await signIn(page, 'lead@acme.test')
  await page.goto('/')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByRole('status')).toContainText('AD-04')
  const denied = (await mock.requests()).at(-1)
  expect(denied).toMatchObject({ operation: 'roles.create', rule: 'AD-04' })
})

test('an administrator may, and sees the role', async ({ page, signIn, as }) => {
  await signIn(page, 'admin@acme.test')
  await page.goto('/')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByRole('listitem').getByText('reviewer')).toBeVisible()
  const lead = await as('lead@acme.test')
  expect((await lead.roles.get('reviewer')).permissions).toEqual(['use_case:read'])
})

test('the page says that the platform fails', async ({ page, signIn, mock }) => {
  await mock.faults.set({ rules: [{ on: 'roles.list', status: 500 }] })
  await signIn(page, 'admin@acme.test')
  await page.goto('/')
  await expect(page.getByRole('status')).toContainText('500')
})
