import { expect, test } from 'vitest'
import { createClient } from '../../../src/index.ts'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const robot = { email: email('robot'), type: 'service' as const, teams: { support: 'inference' } }

test('AD-15 a service account’s key signs it in', async () => {
  const { as, mock } = acme()
  const { apiKey } = await as('admin').users.create(robot)
  if (apiKey === undefined) throw new Error('There is no key.')
  const client = createClient({
    baseUrl: 'https://rolecall.test',
    token: apiKey,
    fetch: mock.fetch,
  })
  expect(await client.users.me()).toMatchObject({ email: robot.email, type: 'service' })
  await client.artifacts.create({ kind: 'interaction', project: 'triage', name: 'Hello' })
  await denial(client.users.list())
})

test('AD-15 the key is answered once, and no call returns it again', async () => {
  const { as, mock } = acme()
  const { users } = as('admin')
  const { apiKey = '' } = await users.create(robot)
  expect(apiKey).not.toBe('')
  const shown = [
    await users.get(robot.email),
    await users.list({ limit: 200 }),
    await users.update(robot.email, { name: 'Robot' }),
    await as('robot').users.me(),
  ]
  expect(JSON.stringify([shown, mock.state, mock.requests])).not.toContain(apiKey)
})

test('AD-15 a person gets none', async () => {
  const { users } = acme().as('admin')
  expect(await users.create({ email: email('person') })).not.toHaveProperty('apiKey')
})

test('AD-15 only a user who may create users creates service accounts', async () => {
  expect(await denial(acme().as('support-lead').users.create(robot))).toMatchObject({
    rule: 'AD-06',
  })
})

test("AD-15 a removed service account's key is invalid", async () => {
  const { as, mock } = acme()
  const { apiKey = '' } = await as('admin').users.create(robot)
  await as('admin').users.remove(robot.email)
  const client = createClient({
    baseUrl: 'https://rolecall.test',
    token: apiKey,
    fetch: mock.fetch,
  })
  expect(await refusal(client.users.me())).toMatchObject({ status: 401 })
})
