import { permissions } from '../../../mocks/policies/adaptive/permissions.ts'
import type { Columns } from '../situation.ts'
import type { Row } from '../table.ts'
import type { Situation } from './scenario.ts'

const everyPermission = Object.keys(permissions)

/** The role held where the resource belongs, and a lesser one where it does not count. */
const holding =
  (role: string) =>
  ({ action }: Row): Situation => ({
    teams: { [action.startsWith('admin:') ? 'admin' : 'owning']: role, target: 'read-only' },
  })

/** The permission of the row; rows without one are asked with any. */
const permissionOf = ({ note }: Row): string => note ?? 'admin:manage_users'

const withRoles = (row: Row, teams: Record<string, string>): Situation => {
  const permission = permissionOf(row)
  const others = everyPermission.filter((key) => key !== permission)
  return { teams, roles: { 'only-it': [permission], 'all-but-it': others } }
}

const globally = (teams: Record<string, string>) => (): Situation => ({ teams })

const shared = (own: string, role: string, isOwner?: boolean) => (): Situation => ({
  teams: { partner: own, target: 'admin' },
  share: { team: 'partner', role, ...(isOwner && { isOwner }) },
})

/** The situation of the actor of each column. */
export const columns: Columns<Situation> = {
  default_roles: {
    admin: holding('admin'),
    platform_admin: holding('platform_admin'),
    power_user: holding('power_user'),
    'read-only': holding('read-only'),
    inference: holding('inference'),
    annotator: holding('annotator'),
  },
  admin_scope: {
    'permission not held': (row) => ({
      ...withRoles(row, { admin: 'all-but-it', owning: 'all-but-it' }),
      team: 'owning',
    }),
    'permission held through a role in another team only': (row) => ({
      ...withRoles(row, { admin: 'all-but-it', owning: 'only-it' }),
      team: 'owning',
    }),
    'permission held through the role in team admin': (row) => ({
      ...withRoles(row, { admin: 'only-it', owning: 'all-but-it' }),
      team: 'admin',
    }),
  },
  global_operations: {
    'admin in team admin': globally({ admin: 'admin' }),
    'platform_admin in team admin': globally({ admin: 'platform_admin' }),
    'admin in another team only': globally({ owning: 'admin' }),
    'platform_admin in another team only': globally({ owning: 'platform_admin' }),
    'annotator in team admin and admin in another team': globally({
      admin: 'annotator',
      owning: 'admin',
    }),
    'custom role with the admin:* keys in team admin': () => ({
      teams: { admin: 'manager' },
      roles: { manager: everyPermission.filter((key) => key.startsWith('admin:')) },
    }),
    'any other user': () => [
      {},
      { teams: { owning: 'power_user', partner: 'inference' } },
      { teams: { admin: 'power_user', owning: 'read-only' } },
    ],
  },
  sharing: {
    'not in the owning team': globally({ partner: 'admin', target: 'admin' }),
    'in the owning team only': globally({ owning: 'admin' }),
    'in the owning and the target team': globally({ owning: 'admin', target: 'admin' }),
  },
  share_effects: {
    'user admin, share read-only': shared('admin', 'read-only'),
    'user admin, share admin': shared('admin', 'admin'),
    'user annotator, share admin': shared('annotator', 'admin'),
    'user admin, share read-only with isOwner': shared('admin', 'read-only', true),
    'user read-only, share admin with isOwner': shared('read-only', 'admin', true),
  },
}
