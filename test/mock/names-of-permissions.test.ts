import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'

test('permissions.list has the names that denials use', async () => {
  const mock = createMock()
  const { data } = await mock.client({ as: 'admin@acme.test' }).permissions.list({ limit: 200 })
  const named = data.find(({ key }) => key === 'admin:manage_roles')
  expect(named?.name).toBe('Manage roles')
  const { text } = await mock.client({ as: 'reviewer@acme.test' }).can('roles.list')
  expect(text).toContain(`“${named?.name}”`)
})

test('a permission without a name of its own has none', async () => {
  const mock = createMock({ policy: 'bigml' })
  const { permissions } = mock.policy
  const unnamed = Object.entries(permissions).flatMap(([key, { name }]) =>
    name === undefined ? [key] : [],
  )
  const { data } = await mock.client({ as: 'admin@acme.test' }).permissions.list({ limit: 200 })
  const without = data.filter((one) => !Object.hasOwn(one, 'name')).map(({ key }) => key)
  expect(without).toEqual(unnamed)
})
