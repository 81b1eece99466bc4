import type { Scenario } from '../../mocks/index.ts'
import type { Policy, ProjectSource, RoleDefinition } from '../../mocks/policy/language/policy.ts'
import { ownRule } from './custom-rule.ts'

type Role = Pick<RoleDefinition, 'key' | 'scope'> & Partial<RoleDefinition>

/** A library in which one permission counts on shelves, by one source, with roles of a shape. */
export interface Shape {
  readonly source: ProjectSource
  readonly roles: readonly Role[]
  readonly grants?: Policy['grants']
  readonly rights?: Policy['rights']
  /** Contents of the scenario beside the admin, an insider and an outsider. */
  readonly insider?: Partial<Scenario['users'][number]>
  readonly outsider?: Partial<Scenario['users'][number]>
  readonly shelf?: Partial<NonNullable<Scenario['projects']>[number]>
  readonly members?: Scenario['members']
}

const everybody = ownRule({ nothing: true }, 'OWN-02')

export const policyOf = ({ source, roles, grants = {}, rights }: Shape): Policy => ({
  name: 'shapes',
  title: 'Shapes',
  description: 'A permission on shelves.',
  source: 'None',
  nouns: { team: 'team', project: 'shelf' },
  permissions: {
    'shelf:read': { description: 'Read a shelf.', origin: 'reading' },
    'desk:use': { description: 'Sit at the desk.', origin: 'reading' },
  },
  roles: roles.map((role) => ({ name: role.key, permissions: [], origin: 'reading', ...role })),
  teams: [],
  grants,
  kinds: {},
  readings: [],
  sources: { project: { combine: 'each', from: [source] } },
  changes: {
    'users.list': { always: 'anyone' },
    'users.get': { always: 'anyone' },
    'users.update': {
      keys: {
        role: 'anyone',
        teams: { each: 'team', change: 'anyone' },
        grants: { each: 'item', change: 'anyone' },
      },
      nothing: 'anyone',
    },
    'projects.list': { always: 'anyone' },
    'projects.get': { always: 'shelf:read' },
    'projects.members.list': { always: 'anyone' },
    'projects.members.get': { always: 'anyone' },
    'projects.members.add': {
      always: 'anyone',
      keys: {
        subject: 'anyone',
        roles: { each: 'category', change: 'anyone' },
        rights: 'anyone',
        grants: 'anyone',
      },
    },
    'projects.members.update': {
      keys: {
        roles: { each: 'category', change: 'anyone' },
        rights: 'anyone',
        grants: 'anyone',
      },
      nothing: 'anyone',
    },
    'access.evaluate': { always: 'anyone' },
  },
  visibility: {},
  ...(rights && { rights }),
  rules: { anyone: everybody, 'shelf:read': ownRule({ permission: 'shelf:read', in: 'project' }) },
  guards: [],
  invariants: [],
  effects: [],
})

export const scenarioOf = ({ insider, outsider, shelf, members }: Shape): Scenario => ({
  name: 'shapes',
  description: 'One who reads a shelf, and one who does not.',
  organization: { name: 'Shapes', plan: { name: 'free', features: [] } },
  teams: [{ key: 'day' }],
  users: [
    { email: 'admin@acme.test' },
    { email: 'in@acme.test', ...insider },
    { email: 'out@acme.test', ...outsider },
  ],
  projects: [{ key: 'maps', creator: 'admin@acme.test', ...shelf }],
  ...(members && { members }),
  personas: [],
})

export const reads: Pick<RoleDefinition, 'permissions'> = { permissions: ['shelf:read'] }
export const ticked = {
  quiet: { description: 'Reads at night.', in: ['organization', 'project'] },
} as const
