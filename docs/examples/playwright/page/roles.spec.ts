import { expect, test as base } from 'playwright/test'
import { type MockFixtures, mockFixtures } from 'rolecall/mocks/playwright'

const test = base.extend<MockFixtures>(mockFixtures({ baseUrl: '/api' }))

test('a lead may not create roles', async ({ page, signIn, mock }) => {
  await signIn(page, 'lead@acme.test')
  await page.goto('./')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByRole('status')).toContainText('AD-04')
  expect(mock.requests.at(-1)).toMatchObject({ operation: 'roles.create', rule: 'AD-04' })
})

test('an administrator may, and sees the role', async ({ page, signIn, as }) => {
  await signIn(page, 'admin@acme.test')
  await page.goto('./')
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByRole('listitem').getByText('reviewer')).toBeVisible()
  const role = await as('lead@acme.test').roles.get('reviewer')
  expect(role.permissions).toEqual(['use_case:read'])
})

test('the page says that it is offline', async ({ page, signIn, mock }) => {
  await signIn(page, 'admin@acme.test')
  await page.goto('./')
  await expect(page.getByRole('listitem')).not.toHaveCount(0)
  mock.faults.set({ rules: [{ on: 'roles.create', offline: true }] })
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByRole('status')).toContainText('ConnectionError')
})
