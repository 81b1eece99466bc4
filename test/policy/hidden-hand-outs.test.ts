import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { definePolicy, ica } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

/** Manages users and workgroups, and sees no project. */
const keeper = {
  key: 'keeper',
  name: 'Keeper of workgroups',
  scope: 'organization',
  permissions: ['tenant:manage_workgroups', 'tenant:manage_users'],
  origin: 'reading',
} as const

const own = definePolicy({ ...ica, name: 'own', roles: [...ica.roles, keeper] })
const scenario = { ...acme, users: [...acme.users, { email: email('keeper'), role: 'keeper' }] }

test('what is handed out on a hidden project is denied without a word of that project', async () => {
  const { as } = acmeOf(own, { scenario, hardened: true })
  const join = { teams: { statistics: 'workgroup_member' } }
  const decision = await denial(as('keeper').users.update(email('stranger'), join))
  expect(decision).toMatchObject({
    rule: 'AD-17',
    text: 'users.update hands out permissions on a project that you may not see.',
    alternatives: [],
    final: 'Whoever may see that project can tell what would allow it.',
  })
  expect(JSON.stringify(decision)).not.toMatch(/genomes|trials|mem_|prj_/)
  const asked = await as('keeper').can('users.update', email('stranger'), join)
  expect(asked).toEqual(decision)
})
