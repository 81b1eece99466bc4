import { describe, expect, test } from 'vitest'
import type { Client } from '../../../src/index.ts'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

/** One global operation of each kind, with the rule that guards it. */
const operations: readonly [
  name: string,
  rule: string,
  run: (client: Client) => Promise<unknown>,
][] = [
  [
    'create a role',
    'AD-04',
    ({ roles }) => roles.create({ key: 'reviewer', permissions: ['use_case:read'] }),
  ],
  ['create a team', 'AD-05', ({ teams }) => teams.create({ key: 'sales' })],
  [
    'reading: change the organization',
    'AD-07',
    ({ organization }) => organization.update({ name: 'Acme Works' }),
  ],
  [
    'move anyone',
    'AD-06',
    ({ users }) => users.update(email('archivist'), { teams: { legacy: null } }),
  ],
]

describe.each(operations)('AD-07 %s', (_, rule, run) => {
  test.each([
    ['admin', 'admin in team admin'],
    ['platform', 'platform_admin in team admin'],
    ['deputy', 'reading: a custom role with the key counts'],
  ])('%s may: %s', async (name) => {
    await run(acme().as(name))
  })

  test.each([
    ['lead', 'admin of another team'],
    ['support-platform', 'platform_admin of another team'],
    ['bridge', 'admin of two other teams'],
    ['two-hats', 'reading: in admin with a role that lacks it, admin elsewhere'],
    ['newcomer', 'in no team'],
  ])('%s may not: %s', async (name) => {
    expect(await denial(run(acme().as(name)))).toMatchObject({ rule, status: 403 })
  })
})
