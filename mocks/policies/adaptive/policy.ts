import type { Policy } from '../../policy/language/policy.ts'
import { changes } from './changes.ts'
import { effects, guards, invariants } from './guards.ts'
import { kinds } from './kinds.ts'
import { permissions } from './permissions.ts'
import { readings } from './readings.ts'
import { roles } from './roles.ts'
import { rulebook } from './rulebook.ts'
import { rules, visibility } from './rules.ts'

/** Adaptive Engine: roles held in teams, and a reserved team whose members do the global operations. */
export const adaptive = {
  name: 'adaptive',
  title: 'Adaptive Engine',
  description:
    'Users act with the role that they hold in a team. Only members of team admin whose role there has the permission do global operations: creating roles and teams, and moving anyone between teams.',
  source: 'Adaptive Engine documentation, Permissions and roles',
  nouns: { team: 'team', project: 'use case' },
  permissions,
  roles,
  customRoles: 'team',
  teams: [{ key: 'admin', name: 'Admin' }],
  grants: {},
  kinds,
  settings: { defaultRole: 'read-only', defaultTeam: 'default' },
  hardened: {
    rule: 'AD-17',
    text: 'Nobody hands out a permission that they do not hold in that scope.',
    wider: { team: 'admin' },
  },
  readings,
  rulebook,
  sources: {
    project: {
      combine: 'each',
      from: [{ through: 'team_entry', capped: true, rule: 'AD-02' }],
    },
  },
  changes,
  visibility,
  rules,
  guards,
  invariants,
  effects,
} as const satisfies Policy
