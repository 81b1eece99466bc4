import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

test('AD-09 one update adds, changes and removes', async () => {
  const { users } = acme().as('admin')
  const updated = await users.update(email('reviewer'), {
    teams: { research: 'annotator', support: 'read-only', legacy: null },
  })
  expect(updated.teams).toEqual({ research: 'annotator', support: 'read-only' })
})

test("AD-09 a membership without a role gets the team's default role, else the deployment's", async () => {
  const { users } = acme().as('admin')
  const { teams } = await users.update(email('newcomer'), {
    teams: { support: true, legacy: true },
  })
  expect(teams).toEqual({ support: 'inference', legacy: 'read-only' })
})

test('AD-09 reading: `true` sets the default role of a member too', async () => {
  const { users } = acme().as('lead')
  const { teams } = await users.update(email('scientist'), { teams: { research: true } })
  expect(teams).toEqual({ research: 'read-only' })
})

test('AD-09 one part denied denies the whole', async () => {
  const { as, mock } = acme()
  const before = mock.state
  await denial(
    as('lead').users.update(email('agent'), { teams: { research: 'annotator', support: null } }),
  )
  expect(mock.state).toBe(before)
})

test('AD-09 one impossible part refuses the whole', async () => {
  const { as, mock } = acme()
  const before = mock.state
  const change = { teams: { research: 'annotator', nowhere: 'annotator' } }
  expect(await refusal(as('admin').users.update(email('agent'), change))).toMatchObject({
    status: 422,
    code: 'unknown_reference',
  })
  expect(mock.state).toBe(before)
})

test('AD-09 an empty map changes nothing, and null is no map', async () => {
  const { users } = acme().as('admin')
  const before = await users.get(email('agent'))
  expect(await users.update(email('agent'), { teams: {} })).toEqual(before)
  const client = acme().as('admin')
  expect(
    await refusal(client.call<string>('users.update', email('agent'), { teams: null })),
  ).toMatchObject({ status: 422, code: 'validation_failed' })
})
