import { expect, test } from 'vitest'
import { readTables } from '../../conformance/table.ts'
import { acme } from '../../support/acme.ts'

test('AD-16 everyone sees every key and its description', async () => {
  const { permissions } = acme().as('newcomer')
  const { data } = await permissions.list({ limit: 200 })
  const [roles] = readTables('adaptive').tables
  const keys = roles?.rows.map(({ action }) => action) ?? []
  expect(data.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
  for (const { description } of data) expect(description).toMatch(/^[A-Z].{10,}\.$/)
})

test('AD-16 custom roles consist of them, even of all', async () => {
  const { permissions, roles } = acme().as('admin')
  const { data } = await permissions.list({ limit: 200 })
  const all = data.map(({ key }) => key)
  expect((await roles.create({ key: 'everything', permissions: all })).permissions).toEqual(all)
})
