import type { RoleDefinition } from '../../policy/language/policy.ts'
import { type AdaptivePermission, permissions } from './permissions.ts'

export interface AdaptiveRole extends RoleDefinition {
  permissions: readonly AdaptivePermission[] | '*'
}

const isOperational = (key: string): key is AdaptivePermission =>
  Object.hasOwn(permissions, key) && !key.startsWith('admin:') && key !== 'team:update'

const everythingOperational = Object.keys(permissions).filter(isOperational)

export const roles: readonly AdaptiveRole[] = [
  {
    key: 'admin',
    name: 'Admin',
    description: 'Has every permission in the team where it is held.',
    scope: 'team',
    permissions: '*',
    origin: 'documented',
  },
  {
    key: 'platform_admin',
    name: 'Platform Admin',
    description: 'Manages roles, teams and users, and works in no use case.',
    scope: 'team',
    permissions: [
      'admin:manage_roles',
      'admin:manage_teams',
      'admin:manage_users',
      'team:read',
      'team:update',
    ],
    origin: 'reading',
  },
  {
    key: 'power_user',
    name: 'Power User',
    description: 'Does everything in the team’s use cases, and manages nobody.',
    scope: 'team',
    permissions: everythingOperational,
    origin: 'reading',
  },
  {
    key: 'read-only',
    name: 'Read Only',
    description: 'Sees the team and its use cases.',
    scope: 'team',
    permissions: ['use_case:read', 'team:read'],
    origin: 'reading',
  },
  {
    key: 'inference',
    name: 'Inference',
    description: 'Sends interactions to the team’s use cases.',
    scope: 'team',
    permissions: ['use_case:read', 'use_case:interact', 'model:read', 'team:read'],
    origin: 'reading',
  },
  {
    key: 'annotator',
    name: 'Annotator',
    description: 'Interacts and gives feedback.',
    scope: 'team',
    permissions: [
      'use_case:read',
      'use_case:interact',
      'use_case:add_feedback',
      'metric:read',
      'model:read',
      'team:read',
    ],
    origin: 'reading',
  },
]
