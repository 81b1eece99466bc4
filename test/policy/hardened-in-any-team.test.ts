import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy } from '../../mocks/policies/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

const { hardened: _, ...others } = adaptive

/** The organization itself gives nothing, and no team stands for all. */
const own = definePolicy({ ...others, name: 'own' })

test('where the organization itself gives nothing, rights held in any team cover a role', async () => {
  const { as } = acmeOf(own, { scenario: acme, hardened: true })
  const curator = { key: 'curator', permissions: ['dataset:create'] }
  expect(await denial(as('deputy').roles.create(curator))).toMatchObject({
    rule: 'hardened',
    text: expect.stringContaining('every permission that it hands out in any team'),
  })
  expect(await as('admin').roles.create(curator)).toMatchObject({ key: 'curator' })
})
