import type { Effect, Guard, Invariant } from '../../policy/language/policy.ts'

export const guards: readonly Guard[] = [
  {
    rule: 'AD-12',
    on: ['roles.update', 'roles.delete'],
    when: { field: 'role.builtIn', is: true },
    status: 409,
    code: 'built_in',
    text: 'Role {role.key} is one of the default roles, which are not changed or deleted. Create a role of your own with the permissions that you want.',
  },
  {
    rule: 'AD-12',
    on: ['roles.delete'],
    when: { field: 'role.inUse', is: true },
    status: 409,
    code: 'in_use',
    text: 'Role {role.key} is in use: {role.uses}. Give those another role first.',
  },
  {
    rule: 'AD-12',
    on: ['teams.update', 'teams.delete'],
    when: {
      any: [
        { field: 'team.builtIn', is: true },
        { field: 'team.isDefault', is: true },
      ],
    },
    status: 409,
    code: 'built_in',
    text: 'Team {team.key} is the reserved or the default team: neither is changed or deleted.',
  },
  {
    rule: 'AD-12',
    on: ['teams.delete'],
    when: { field: 'team.inUse', is: true },
    status: 409,
    code: 'in_use',
    text: 'Team {team.key} is in use: {team.uses}. Remove those first.',
  },
  {
    rule: 'AD-14',
    on: ['projects.members.add'],
    when: { field: 'team.ownsProject', is: true },
    status: 409,
    code: 'owning_team',
    text: 'Team {team.key} owns use case {project.key}; a use case is shared with other teams.',
  },
  {
    rule: 'AD-14',
    on: ['projects.members.add'],
    when: { field: 'team.onProject', is: true },
    status: 409,
    code: 'already_exists',
    text: 'Use case {project.key} is shared with team {team.key} already. Update that entry.',
  },
  {
    rule: 'AD-14',
    on: ['projects.members.update', 'projects.members.remove'],
    when: { field: 'team.ownsProject', is: true },
    status: 409,
    code: 'owning_team',
    text: 'Team {team.key} owns use case {project.key}; the owning team’s entry is not changed or removed.',
  },
  {
    rule: 'AD-14',
    on: ['projects.members.add'],
    when: { not: { field: 'input.subject.type', is: 'team' } },
    status: 422,
    code: 'validation_failed',
    text: 'A use case is shared with teams. Send a subject of type team.',
  },
]

export const invariants: readonly Invariant[] = [
  {
    rule: 'AD-13',
    count: { holding: 'admin:manage_users', in: { team: 'admin' } },
    atLeast: 1,
    status: 409,
    code: 'last_administrator',
    text: 'This would leave nobody who holds admin:manage_users in team admin. Give it to somebody else there first.',
  },
]

const withoutTeams = { field: 'input.teams', is: null } as const

export const effects: readonly Effect[] = [
  {
    rule: 'AD-10',
    on: ['users.create', 'sign_up'],
    when: { all: [withoutTeams, { field: 'user.isSeedAdmin', is: true }] },
    do: { joinTeam: { key: 'admin' }, role: { key: 'admin' } },
  },
  {
    rule: 'AD-10',
    on: ['users.create', 'sign_up'],
    when: withoutTeams,
    do: { joinTeam: { field: 'settings.defaultTeam' }, role: { field: 'settings.defaultRole' } },
  },
  {
    rule: 'AD-14',
    on: ['projects.create'],
    do: { addEntry: { team: { field: 'project.team' } }, isOwner: true },
  },
]
