import { expect, test } from 'vitest'
import { acme, email } from '../../support/acme.ts'
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
