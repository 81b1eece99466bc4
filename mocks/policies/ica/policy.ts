import type { Policy } from '../../policy/language/policy.ts'
import { changes } from './changes.ts'
import { effects, guards, invariants } from './guards.ts'
import { kinds } from './kinds.ts'
import { permissions } from './permissions.ts'
import { readings } from './readings.ts'
import { roles } from './roles.ts'
import { rulebook } from './rulebook.ts'
import { rules, visibility } from './rules.ts'

/** Illumina Connected Analytics: a project team of people, e-mail addresses and workgroups, in four role categories. */
export const ica = {
  name: 'ica',
  title: 'Illumina Connected Analytics',
  description:
    'A project is shared with users of the tenant, e-mail addresses and workgroups. Each entry has a role in each of four categories, and the rights to upload and download; of all entries that match somebody, the highest counts.',
  source: 'Illumina Connected Analytics documentation, Team',
  nouns: {
    team: 'workgroup',
    project: 'project',
    categories: {
      project: 'Project Access',
      flow: 'Flow Access',
      base: 'Base Access',
      bench: 'Bench Access',
    },
  },
  permissions,
  roles,
  teams: [],
  grants: {},
  kinds,
  settings: { defaultRole: 'workgroup_member' },
  hardened: {
    rule: 'AD-17',
    text: 'Nobody hands out a permission that they do not hold in that scope.',
  },
  readings,
  rulebook,
  sources: {
    project: {
      combine: 'highest',
      from: [
        { through: 'entry', rule: 'IC-03' },
        { through: 'ownership', roles: ['administrator'], rule: 'IC-06' },
        { through: 'organization_role', rule: 'IC-10' },
      ],
    },
  },
  changes,
  visibility,
  rights: { upload: 'data:upload', download: 'data:download' },
  rules,
  guards,
  invariants,
  effects,
} as const satisfies Policy
