import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy } from '../../mocks/policies/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

const { hardened: _, ...others } = adaptive

/** Nothing is held in the organization itself, and no team is said to stand for it. */
const own = definePolicy({ ...others, name: 'own' })

test('where nothing is held in the organization, what is held in any team covers a role', async () => {
  const { as } = acmeOf(own, { scenario: acme, hardened: true })
  const curator = { key: 'curator', permissions: ['dataset:create'] }
  expect(await denial(as('deputy').roles.create(curator))).toMatchObject({
    rule: 'hardened',
    text: 'roles.create needs every permission that is handed out, held in any team. You hold it in no team.',
  })
  expect(await as('admin').roles.create(curator)).toMatchObject({ key: 'curator' })
})
