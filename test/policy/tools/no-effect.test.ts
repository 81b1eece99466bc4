import { checkPolicy } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { policyOf, reads, type Shape, ticked } from '../../support/source-shape.ts'

describe('policy check reports requirements that never give anything', () => {
  const source = '/sources/project/from/0'
  const reader = { key: 'reader', scope: 'organization', ...reads } as const

  test.each<readonly [string, Shape, pointer: string, message: string]>([
    [
      'team_entry without roles of teams',
      { source: { through: 'team_entry', capped: false, rule: 'OWN-03' }, roles: [reader] },
      source,
      'The source gives nobody anything: no role is held in a team.',
    ],
    [
      'entry without roles of projects',
      { source: { through: 'entry', rule: 'OWN-03' }, roles: [reader] },
      source,
      'The source gives nobody anything: no role that an entry can have gives a permission, and no right does.',
    ],
    [
      'organization_role without roles in the organization',
      {
        source: { through: 'organization_role', rule: 'OWN-03' },
        roles: [{ ...reader, scope: 'team' }],
      },
      source,
      'The source gives nobody anything: no role in the organization has a permission that counts on projects.',
    ],
    [
      'organization_role with others’ permissions',
      {
        source: { through: 'organization_role', rule: 'OWN-03' },
        roles: [{ ...reader, permissions: ['desk:use'] }],
      },
      source,
      'The source gives nobody anything: no role in the organization has a permission that counts on projects.',
    ],
    [
      'rights without entries',
      {
        source: { through: 'organization_role', rule: 'OWN-03' },
        roles: [reader],
        rights: { download: 'shelf:read' },
      },
      '/rights/download',
      'The right to download gives nobody anything: no source of projects goes through entries.',
    ],
    [
      'a grant of a role in a team',
      {
        source: { through: 'team_entry', capped: false, rule: 'OWN-03' },
        roles: [
          { key: 'mate', scope: 'team', grants: { quiet: ['shelf:read'] } },
          { key: 'sitter', scope: 'project', permissions: ['shelf:read'] },
        ],
        grants: ticked,
      },
      '/roles/0/grants/quiet',
      'Role mate gives nothing for grant quiet: the role is held in a team, where no grant can be ticked.',
    ],
    [
      'a grant that is ticked elsewhere',
      {
        source: { through: 'organization_role', rule: 'OWN-03' },
        roles: [{ ...reader, grants: { quiet: ['desk:use'] } }],
        grants: { quiet: { description: 'Reads at night.', in: ['project'] } },
      },
      '/roles/0/grants/quiet',
      'Role reader gives nothing for grant quiet: grants.quiet.in does not name organization.',
    ],
  ])('%s', (_, shape, pointer, message) => {
    expect(checkPolicy(policyOf(shape))).toContainEqual({
      severity: 'warning',
      code: 'no_effect',
      pointer,
      message,
      fix: expect.any(String),
    })
  })
})
