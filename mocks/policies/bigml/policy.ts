import type { Policy } from '../../policy/language/policy.ts'
import { changes } from './changes.ts'
import { effects, guards, invariants } from './guards.ts'
import { kinds } from './kinds.ts'
import { permissions } from './permissions.ts'
import { readings } from './readings.ts'
import { roles } from './roles.ts'
import { rulebook } from './rulebook.ts'
import { rules, visibility } from './rules.ts'

/** BigML Organizations: four roles in the organization, three levels of permission on a private project. */
export const bigml = {
  name: 'bigml',
  title: 'BigML Organizations',
  description:
    'Users hold one of four roles in the organization and, independently of it, a level of permission on each private project. In public projects everyone writes. The owner and the admins have full access to every project.',
  source: 'Organizations with the BigML Dashboard, 2.2 User Roles and Permissions',
  nouns: { team: 'team', project: 'project' },
  permissions,
  roles,
  teams: [],
  grants: {},
  kinds,
  settings: { defaultRole: 'member' },
  hardened: {
    rule: 'AD-17',
    text: 'Nobody hands out a permission that they do not hold there.',
  },
  readings,
  rulebook,
  sources: {
    project: {
      combine: 'highest',
      from: [
        { through: 'organization_role', rule: 'BG-04' },
        { through: 'entry', when: { field: 'project.private', is: true }, rule: 'BG-05' },
        { through: 'creation', roles: ['admin'], rule: 'BG-06' },
        {
          through: 'everyone',
          when: { field: 'project.private', is: false },
          roles: ['write'],
          rule: 'BG-06',
        },
      ],
    },
  },
  changes,
  visibility,
  rules,
  guards,
  invariants,
  effects,
} as const satisfies Policy
