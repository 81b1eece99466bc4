import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy } from '../../mocks/policies/index.ts'
import { acmeOf } from '../support/acme-of.ts'

test('a policy that asks for an action without a rule is told which one', async () => {
  const changes = { ...adaptive.changes, 'roles.list': { always: 'own.missing' } }
  const { as } = acmeOf(definePolicy({ ...adaptive, name: 'own', changes }), { scenario: acme })
  await expect(as('admin').roles.list()).rejects.toThrow(
    'Policy own has no rule for own.missing: add it to rules.',
  )
})

test('a policy of which no case applies is told for which operation', async () => {
  const always = [{ when: { field: 'role.builtIn', is: 'never' }, ask: 'roles.list' }]
  const changes = { ...adaptive.changes, 'roles.list': { always } }
  const { as } = acmeOf(definePolicy({ ...adaptive, name: 'own', changes }), { scenario: acme })
  await expect(as('admin').roles.list()).rejects.toThrow(
    'own: no case of a change of roles.list applies.',
  )
})
