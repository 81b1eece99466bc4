import { describe, expect, test } from 'vitest'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { adaptive } from '../../mocks/policies/index.ts'
import { nextState } from '../../mocks/policy/call/next-state.ts'
import { stage } from '../properties/support/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

describe('the role in the team concerned, after the call', () => {
  const { compiled, world } = stage(adaptive)
  const user = world.user(email('lead'))
  const team = world.team('research')
  const resources = { ...(user && { user }), ...(team && { team }) }
  const annotator = world.role('annotator')?.id
  const now = user?.teams.research

  test.each([
    ['an unstated role stays', {}, now],
    ['another team’s does not count', { support: 'annotator' }, now],
    ['a role by its key', { research: 'annotator' }, 'annotator'],
    ['a role by its id', { research: annotator }, 'annotator'],
    ['the team by its id', { [team?.id ?? '']: 'annotator' }, 'annotator'],
    ['the default role', { research: true }, team?.defaultRole ?? world.settings.defaultRole],
    ['a membership that ends', { research: null }, undefined],
    ['a role that does not exist', { research: 'king' }, 'king'],
  ])('%s', (_, teams, role) => {
    expect(now).toBeDefined()
    const args = [email('lead'), { teams }]
    const admin = world.user(email('admin'))
    const stated = admin && compiled.bind(world, admin, 'users.update', args).stated
    expect(nextState(world, { resources, input: stated }).roleInTeam).toBe(role)
  })

  test('without a team, there is none', () => {
    expect(nextState(world, { resources: {}, input: {} }).roleInTeam).toBeUndefined()
  })
})

/** Only those who may create roles make somebody an admin of a team. */
const guarded = {
  ...adaptive,
  changes: {
    ...adaptive.changes,
    'users.update': {
      keys: {
        teams: {
          each: 'team',
          change: [
            { when: { field: 'next.roleInTeam', is: 'admin' }, ask: 'roles.create' },
            { ask: 'users.update.teams.set' },
          ],
        },
      },
    },
  },
} satisfies Policy

test('a role in a case is matched however the call names it', async () => {
  const { as } = acmeOf(guarded)
  const { id } = await as('admin').roles.get('admin')
  const { key } = await as('admin').roles.get('annotator')
  const lead = as('lead').users
  const named = (role: string) => lead.update(email('analyst'), { teams: { research: role } })

  await named(key)
  expect(await denial(named('admin'))).toMatchObject({ rule: 'AD-04' })
  expect(await denial(named(id))).toMatchObject({ rule: 'AD-04' })
})

test('a default role is matched too', async () => {
  const { as } = acmeOf(guarded)
  await as('admin').teams.update('research', { defaultRole: 'admin' })
  const change = { teams: { research: true } } as const
  expect(await denial(as('lead').users.update(email('analyst'), change))).toMatchObject({
    rule: 'AD-04',
  })
})
