import { expect, test } from 'vitest'
import { checkPolicy, createMock } from '../../mocks/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { policy, scenario } from '../../docs/examples/github-like/start.ts'
import { explainedOf } from '../support/outcome.ts'
import { denial } from '../support/refusal.ts'

/** A policy without rules for deleting teams, and with rules for the keys of an update only. */
const silent: Policy = {
  ...policy,
  changes: {
    ...policy.changes,
    'teams.delete': {},
    'organization.update': { keys: { name: 'org:edit' } },
  },
}
const owner = createMock({ policy: silent, scenario }).client({ as: 'admin@acme.test' })

test('an operation without a requirement is denied to everybody', async () => {
  expect(await denial(owner.teams.delete('web'))).toMatchObject({ rule: 'no_case' })
  expect(await owner.can('teams.delete', 'web')).toMatchObject({ outcome: 'no' })
  expect((await explainedOf(owner, 'teams.delete')).outcome).toBe('no')
})

test('so is an update that states no key, if no rule covers it', async () => {
  expect(await denial(owner.organization.update({}))).toMatchObject({ rule: 'no_case' })
  expect(await owner.organization.update({ name: 'Gadgets' })).toMatchObject({ name: 'Gadgets' })
  expect((await explainedOf(owner, 'organization.update')).outcome).toBe('depends')
})

test('policy check reports both', () => {
  expect(checkPolicy(silent)).toMatchObject([
    {
      code: 'no_last_case',
      pointer: '/changes/organization.update',
      message: 'A call that states no key asks for nothing, so it is denied.',
      fix: 'Say in "nothing" which action it asks.',
    },
    {
      code: 'no_last_case',
      pointer: '/changes/teams.delete',
      message: 'The operation asks for nothing, so every call is denied.',
      fix: 'Say in "always" which action it asks.',
    },
  ])
})
