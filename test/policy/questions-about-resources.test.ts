import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy } from '../../mocks/policies/index.ts'
import type { AccessResource } from '../../src/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { outcomeOf } from '../support/outcome.ts'
import { ownRule } from '../support/custom-rule.ts'

const inTeam = { always: 'own.in_team' }

/** Asks each of these operations about the team concerned. */
const own = definePolicy({
  ...adaptive,
  name: 'own',
  rules: {
    ...adaptive.rules,
    'own.in_team': ownRule({ permission: 'team:update', in: 'team' }),
  },
  changes: {
    ...adaptive.changes,
    'teams.update': inTeam,
    'projects.update': inTeam,
    'projects.members.add': inTeam,
    'projects.members.remove': inTeam,
  },
})

const { as } = acmeOf(own, { scenario: acme })
const bridge = as('bridge')
const lead = as('lead')

const entriesOf = async (project: string) => (await bridge.projects.members.list(project)).data

describe('a question about', () => {
  test('the organization names it by its id, or as the current one', async () => {
    const { id } = await as('admin').organization.get()
    const asked = (name: string) =>
      outcomeOf(as('admin'), 'roles.list', { type: 'organization', id: name })
    expect(await asked(id)).toBe('yes')
    expect(await asked('current')).toBe('yes')
    expect(await asked('another')).toBe('no')
  })

  test('all organizations finds the one organization', async () => {
    const { id } = await as('admin').organization.get()
    const { results } = await as('admin').access.searchResources({
      subject: { type: 'user', id: 'me' },
      action: { name: 'roles.list' },
      resource: { type: 'organization' },
    })
    expect(results).toEqual([{ type: 'organization', id }])
  })

  test('a team is about that team', async () => {
    const research: AccessResource = { type: 'team', id: 'research' }
    expect(await outcomeOf(lead, 'teams.update', research)).toBe('yes')
    expect(await outcomeOf(lead, 'teams.update', { type: 'team', id: 'support' })).toBe('no')
  })

  test("a team's entry is about the team that has it, not the one that owns the project", async () => {
    const share = (await entriesOf('churn')).find(({ isOwner }) => !isOwner)
    const resource: AccessResource = { type: 'member', id: share?.id ?? '' }
    for (const action of ['projects.members.remove', 'own.in_team']) {
      expect(await outcomeOf(as('support-lead'), action, resource)).toBe('yes')
      expect(await outcomeOf(lead, action, resource)).toBe('no')
    }
  })

  test('a project is about its owning team, but a call on it may be about another', async () => {
    const churn: AccessResource = { type: 'project', id: 'churn' }
    expect(await outcomeOf(lead, 'own.in_team', churn)).toBe('yes')
    expect(await outcomeOf(lead, 'projects.members.add', churn)).toBe('depends')
    // No call of it names a team.
    expect(await outcomeOf(lead, 'projects.update', churn)).toBe('no')
  })
})
