import type { Policy } from '../../policy/language/policy.ts'
import { changes } from './changes.ts'
import { effects } from './effects.ts'
import { grants } from './grants.ts'
import { guards, invariants } from './guards.ts'
import { kinds } from './kinds.ts'
import { permissions } from './permissions.ts'
import { readings } from './readings.ts'
import { roles } from './roles.ts'
import { rulebook } from './rulebook.ts'
import { rules, visibility } from './rules.ts'

/** SuperAnnotate: one team with one owner, who ticks further grants for each admin. */
export const superannotate = {
  name: 'superannotate',
  title: 'SuperAnnotate',
  description:
    'The organization is one team. Its owner does everything; admins manage contributors and projects, and see the token, run training, open Orchestrate and explore datasets if the owner ticks the grant for them. A contributor can be Project Admin on projects.',
  source: 'SuperAnnotate documentation, Team permissions',
  nouns: { team: 'team', project: 'project' },
  permissions,
  roles,
  teams: [],
  grants,
  kinds,
  settings: { defaultRole: 'contributor' },
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
        { through: 'organization_role', rule: 'SA-12' },
        { through: 'entry', rule: 'SA-12' },
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
