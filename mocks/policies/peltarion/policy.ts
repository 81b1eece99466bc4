import type { Policy } from '../../policy/language/policy.ts'
import { changes } from './changes.ts'
import { guards, invariants } from './guards.ts'
import { kinds } from './kinds.ts'
import { permissions } from './permissions.ts'
import { readings } from './readings.ts'
import { roles } from './roles.ts'
import { rulebook } from './rulebook.ts'
import { rules } from './rules.ts'

/** Peltarion Platform: three fixed roles, and seats that members and invitations take. */
export const peltarion = {
  name: 'peltarion',
  title: 'Peltarion Platform',
  description:
    'Everyone works in one organization with a fixed role: administrators control it and its members, creators make and write everything and delete their own. Members are invited, as many as the plan has seats.',
  source: 'Peltarion Platform documentation, Members view',
  nouns: { team: 'team', project: 'project' },
  permissions,
  roles,
  teams: [],
  grants: {},
  kinds,
  hardened: {
    rule: 'AD-17',
    text: 'Nobody hands out a permission that they do not hold there.',
  },
  readings,
  rulebook,
  // Projects have no members: the organization role decides what may be done in all of them.
  sources: { project: { combine: 'highest', from: [] } },
  changes,
  visibility: {},
  rules,
  guards,
  invariants,
  effects: [],
} as const satisfies Policy
