import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy } from '../../mocks/policies/index.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import type { AccessResource } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'
import { ownRule } from '../support/custom-rule.ts'

const held = { permission: 'admin:manage_users', in: { team: 'legacy' } } as const

/** Whether the watcher, who holds nothing anywhere, meets the requirement; and if not, why. */
async function askWatcher(first: Requirement, about: AccessResource) {
  const { rules } = adaptive
  const policy = definePolicy({
    ...adaptive,
    name: 'own',
    visibility: {},
    rules: { ...rules, 'own.action': ownRule({ all: [first, held] }) },
  })
  return await explainedOf(acmeOf(policy, { scenario: acme }).as('watcher'), 'own.action', about)
}

const project = { type: 'project', id: 'churn' }
const user = { type: 'user', id: email('lead') }

test.each<[Requirement, AccessResource, string]>([
  [{ permission: 'use_case:update', in: 'project' }, organization, 'use case'],
  [{ permission: 'use_case:update', in: 'attached_project' }, user, 'use case'],
  [{ permission: 'use_case:update', in: 'destination' }, project, 'use case'],
  [{ permission: 'team:update', in: 'team' }, organization, 'team'],
  [{ member: 'team' }, user, 'team'],
  [{ member: 'any_team', who: 'user' }, organization, 'user'],
  [{ self: 'user' }, project, 'user'],
  [{ self: 'member' }, project, 'entry'],
  [{ self: 'invitation' }, user, 'invitation'],
  [{ creator: 'artifact' }, project, 'artifact'],
  [{ creator: 'project' }, user, 'use case'],
  [{ creator: 'project_contents' }, organization, 'use case'],
  [{ path: 'owner' }, organization, 'use case'],
])('%j, asked of %j, says to name the %s', async (requirement, about, noun) => {
  const { outcome, alternatives, final, text } = await askWatcher(requirement, about)
  expect({ outcome, alternatives, final }).toEqual({ outcome: 'no', alternatives: [] })
  expect(text).toMatch(new RegExp(` Name the ${noun} to learn what would allow it\\.$`))
})

test.each<[Requirement, AccessResource]>([
  [{ creator: 'project' }, project],
  [{ self: 'user' }, user],
])('%j, asked of %j, leaves nothing open: no argument would help', async (requirement, about) => {
  const { final, text } = await askWatcher(requirement, about)
  expect(text).not.toContain('Name the')
  expect(final).toBeDefined()
})

test('an operation is asked about like an action', async () => {
  const decision = await explainedOf(acmeOf(adaptive).as('watcher'), 'projects.delete')
  expect(decision.text).toContain('Name the use case to learn what would allow it.')
})
