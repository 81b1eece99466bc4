import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { readTables } from '../conformance/table.ts'
import { acmeOf } from '../support/acme-of.ts'

/** What the documented tables say of a role, and what they leave to the readings. */
interface Listed {
  /** The role as `scope/key` or `category/key`. */
  role: string
  /** Columns as `table/column`; `*` is every permission. */
  columns: readonly string[]
  /** Permissions of the readings. */
  readings?: readonly string[]
}

const projectTeam: readonly string[] = ['project/administrator', 'ownership/project administrator']

const listed: Record<keyof typeof policies, readonly Listed[]> = {
  adaptive: ['admin', 'platform_admin', 'power_user', 'read-only', 'inference', 'annotator'].map(
    (key) => ({ role: `team/${key}`, columns: [`default_roles/${key}`] }),
  ),
  bigml: [
    {
      role: 'organization/owner',
      columns: ['organization/owner', 'public_project/organization owner'],
      readings: ['project:invite_users', 'project:manage_permissions'],
    },
    {
      role: 'organization/admin',
      columns: ['organization/admin', 'public_project/organization admin'],
      readings: ['project:invite_users', 'project:manage_permissions'],
    },
    { role: 'organization/member', columns: ['organization/member'] },
    { role: 'organization/restricted', columns: ['organization/restricted'] },
    ...['admin', 'write', 'read'].map((key) => ({
      role: `project/${key}`,
      columns: [`private_project/${key}`],
    })),
  ],
  superannotate: [
    { role: 'organization/owner', columns: ['*'] },
    {
      role: 'organization/admin',
      columns: ['team/admin', 'training/admin never granted', 'explore/admin not granted'],
      readings: [
        'team:view_members',
        'team:manage_contributors',
        'team:pause_contributors',
        'project:view',
        'project:create',
        'project:edit',
        'project:delete',
        'project:manage_admins',
        'project:manage_contributors',
        'dataset:view',
        'dataset:manage',
      ],
    },
    { role: 'organization/contributor', columns: ['team/contributor', 'training/contributor'] },
    {
      role: 'project/project_admin',
      columns: ['team/contributor who is Project Admin'],
      readings: [
        'project:view',
        'project:edit',
        'project:manage_contributors',
        'dataset:view',
        'dataset:manage',
      ],
    },
    {
      role: 'project/project_contributor',
      columns: ['team/contributor'],
      readings: ['project:view', 'dataset:view'],
    },
  ],
  peltarion: ['administrator', 'creator', 'viewer'].map((key) => ({
    role: `organization/${key}`,
    columns: [`organization/${key}`],
  })),
  ica: [
    {
      role: 'organization/tenant_administrator',
      columns: ['ownership/tenant administrator'],
      readings: [
        'tenant:manage_users',
        'tenant:manage_workgroups',
        'tenant:manage_administrators',
        'tenant:edit',
      ],
    },
    { role: 'organization/member', columns: [] },
    { role: 'team/workgroup_member', columns: [] },
    ...['none', 'data_provider', 'viewer', 'contributor'].map((key) => ({
      role: `project/${key}`,
      columns: [`project/${key}`],
    })),
    { role: 'project/administrator', columns: projectTeam },
    ...['flow/none', 'flow/viewer', 'flow/contributor'].map((role) => ({ role, columns: [role] })),
    ...['base/none', 'base/viewer', 'base/contributor'].map((role) => ({ role, columns: [role] })),
    ...['bench/none', 'bench/contributor', 'bench/administrator'].map((role) => ({
      role,
      columns: [role],
    })),
  ],
}

/** The permissions that the tables allow in that column. */
const allowedIn = (policy: string, place: string): readonly string[] =>
  readTables(policy).tables.flatMap(({ name, columns, rows }) => {
    const index = columns.findIndex((column) => `${name}/${column}` === place)
    return rows.flatMap(({ action, cells }) => (cells[index] === 'allow' ? [action] : []))
  })

describe.each(Object.values(policies))('$name', (policy) => {
  test('roles.list says of each role what the tables say, and nothing else', async () => {
    const admin = acmeOf(policy).as('admin')
    const every = (await admin.permissions.list()).data.map(({ key }) => key)
    const { data } = await admin.roles.list({ limit: 200 })
    const builtIn = data.filter((role) => role.builtIn)
    const got = builtIn.map(({ key, scope, category = scope, permissions }) => [
      `${category}/${key}`,
      new Set(permissions),
    ])
    const expected = listed[policy.name].map(({ role, columns, readings = [] }) => {
      const allowed = columns.flatMap((place) =>
        place === '*' ? every : allowedIn(policy.name, place),
      )
      const known = allowed.filter((permission) => every.includes(permission))
      return [role, new Set([...known, ...readings])]
    })
    expect(got).toEqual(expected)
  })
})
