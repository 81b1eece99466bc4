import { operations } from '../../../src/generated/operations.ts'
import type { OperationId } from '../../../src/index.ts'
import { categoriesOf, type Names, namesOn } from './names.ts'
import type { Stage } from './stage.ts'

type Body = Readonly<Record<string, unknown>>

const each = <T>(items: readonly T[], make: (item: T) => Body): Body[] => items.map(make)

/** Bodies for each change that a call can make, one at a time. */
function bodiesOf(operation: OperationId, names: Names): readonly Body[] {
  const { users, teams, projects, kinds, grants } = names
  const place = (where: string): readonly string[] => names.roles[where] ?? []
  const entryRoles = categoriesOf(names).flatMap((category) =>
    place(category).map((role): Body => ({ [category]: role })),
  )
  const memberships = teams.flatMap((team) =>
    [...place('team'), null].map((role): Body => ({ teams: { [team]: role } })),
  )
  switch (operation) {
    case 'users.update':
      return [
        { name: 'Name' },
        ...each(place('organization'), (role) => ({ role })),
        ...each(grants, (grant) => ({ grants: { [grant]: true } })),
        { paused: true },
        ...memberships,
      ]
    case 'users.create':
      return [
        { email: 'new@acme.test' },
        ...each(teams, (team) => ({ email: 'new@acme.test', teams: { [team]: true } })),
      ]
    case 'invitations.create':
      return [
        { email: 'new@acme.test' },
        ...each(place('organization'), (role) => ({ email: 'new@acme.test', role })),
      ]
    case 'organization.transferOwnership':
    case 'projects.transferOwnership':
      return each(users, (to) => ({ to }))
    case 'teams.update':
      return [{ name: 'Name' }, ...each(place('team'), (defaultRole) => ({ defaultRole }))]
    case 'projects.create':
      return [{ key: 'new' }, ...each(teams, (team) => ({ key: 'new', team }))]
    case 'projects.update':
      return [{ name: 'Name' }, { private: true }, { private: false }]
    case 'projects.members.add':
      return [
        ...users.map((id) => ({ type: 'user', id })),
        ...teams.map((id) => ({ type: 'team', id })),
      ].flatMap((subject) => [
        ...entryRoles.map((roles): Body => ({ subject, roles })),
        { subject, roles: entryRoles[0], rights: ['download'] },
        { subject, roles: entryRoles[0], grants: { explore: true } },
      ])
    case 'projects.members.update':
      return [
        ...entryRoles.map((roles): Body => ({ roles })),
        { rights: ['download'] },
        { grants: { explore: true } },
        {},
      ]
    case 'artifacts.create':
      return kinds.flatMap((kind) => [
        { kind, name: 'Name' },
        ...projects.map((project): Body => ({ kind, name: 'Name', project })),
      ])
    case 'artifacts.list':
      return [
        {},
        ...kinds.flatMap((kind) => [
          { kind },
          ...projects.map((project): Body => ({ kind, project })),
        ]),
      ]
    case 'artifacts.move':
      return each(projects, (project) => ({ project }))
    case 'artifacts.run':
      return [{}, ...each(projects, (project) => ({ project }))]
    case 'audit.list':
      return [{}, ...each(projects, (project) => ({ project }))]
    case 'roles.create':
    case 'roles.update':
    case 'teams.create':
      return [{ key: 'new', name: 'Name', permissions: [] }]
    default:
      return operation.startsWith('access.') ? each(users, question) : [{ name: 'Name' }]
  }
}

const question = (id: string): Body => ({
  subject: { type: 'user', id },
  action: { name: 'users.me' },
  resource: { type: 'organization', id: 'current' },
})

const pathsOf = (
  stage: Stage,
  names: Names,
  operation: OperationId,
): readonly (readonly string[])[] => {
  const { parameters } = operations[operation]
  if (parameters.includes('member')) return names.members.map(([project, id]) => [project, id])
  const of: Readonly<Record<string, readonly string[]>> = {
    user: names.users,
    team: names.teams,
    role: [...stage.store.tables.roles].map(({ id }) => id),
    project: names.projects,
    artifact: names.artifacts,
    invitation: names.invitations,
    token: names.tokens,
    name: names.runs,
  }
  return parameters.reduce<readonly (readonly string[])[]>(
    (paths, name) => paths.flatMap((path) => (of[name] ?? []).map((item) => [...path, item])),
    [[]],
  )
}

/** Arguments of the operation: every target in the scenario, with every kind of body. */
export function argumentsOf(stage: Stage, operation: OperationId): readonly (readonly unknown[])[] {
  const names = namesOn(stage)
  const paths = pathsOf(stage, names, operation)
  if (!operations[operation].input) return paths
  const bodies = bodiesOf(operation, names)
  return paths.flatMap((path) => bodies.map((body) => [...path, body]))
}
