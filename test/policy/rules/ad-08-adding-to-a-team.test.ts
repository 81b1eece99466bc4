import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial } from '../../support/refusal.ts'

const join = { teams: { research: 'read-only' } }

test('AD-08 reading: adding someone to a team is global', async () => {
  const { users } = acme().as('platform')
  expect(await users.update(email('watcher'), join)).toMatchObject({
    teams: { support: 'read-only', research: 'read-only' },
  })
})

test('AD-08 reading: the team’s own admin does not add anyone', async () => {
  const decision = await denial(acme().as('lead').users.update(email('watcher'), join))
  expect(decision.rule).toBe('AD-08')
  const calls = decision.alternatives.map((way) => way.calls.map(({ args }) => args))
  expect(calls).toContainEqual([[email('watcher'), join]])
})

test("AD-06 a manager of a team's members can neither create nor end a missing membership", async () => {
  const { users } = acme().as('lead')
  const change = { teams: { research: null } }
  expect(await denial(users.update(email('watcher'), change))).toMatchObject({ rule: 'AD-06' })
})

test.each([
  ['lead', 'newcomer'],
  ['scientist', 'watcher'],
])('AD-06 %s may change nothing of %s', async (name, other) => {
  const about = { type: 'user', id: email(other) }
  expect(await outcomeOf(acme().as(name), 'users.update', about)).toBe('no')
})
