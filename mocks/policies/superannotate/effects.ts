import type { Condition } from '../../policy/language/condition.ts'
import type { Effect } from '../../policy/language/policy.ts'

const becomesAdmin: Condition = { field: 'next.role', is: 'admin' }

export const effects: readonly Effect[] = [
  { rule: 'SA-05', on: ['tokens.create'], do: { revokeTokens: 'others' } },
  {
    rule: 'SA-06',
    on: ['users.update'],
    when: { not: becomesAdmin },
    do: { clearGrants: 'user' },
  },
  {
    rule: 'SA-06',
    on: ['projects.members.update'],
    when: { not: { field: 'next.roles.project', is: 'project_admin' } },
    do: { clearGrants: 'member' },
  },
  {
    rule: 'SA-06',
    on: ['users.update'],
    when: becomesAdmin,
    do: { removeEntries: 'user' },
  },
]
