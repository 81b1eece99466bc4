import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from '@casl/ability'
import type { Scenario, ScenarioUser } from '../../../mocks/policies/scenario.ts'
import type { Oracle } from '../agree.ts'
import type { Question } from '../question.ts'
import { permissionsOf } from './world.ts'

/** The permissions of the role: a default one by the table, a custom one by the scenario. */
function contentsOf({ roles = [] }: Scenario, role: string | undefined): readonly string[] {
  const custom = roles.find(({ key }) => key === role)
  return custom?.permissions ?? permissionsOf.get(role ?? '') ?? []
}

/** The teams that lead to a use case, each with the permissions that it passes on. */
function pathsTo(scenario: Scenario, project: string) {
  const owning = scenario.projects?.find(({ key }) => key === project)?.team ?? ''
  const shares = (scenario.members ?? []).filter((member) => member.project === project)
  return [
    { team: owning, isOwner: true, role: undefined },
    ...shares.map(({ subject: { id }, isOwner = false, roles = {} }) => ({
      team: id,
      isOwner,
      role: roles.project,
    })),
  ]
}

/** The actions that a permission allows when held in team admin. */
const global: Record<string, readonly string[]> = {
  'admin:manage_roles': ['admin:manage_roles', 'roles.create', 'roles.update'],
  'admin:manage_teams': ['admin:manage_teams', 'teams.create', 'teams.update', 'rename'],
  'admin:manage_users': [
    'admin:manage_users',
    'users.create',
    'users.update',
    'users.remove',
    'set_membership',
  ],
}

/** The actions that it allows when held in any team. */
const anywhere: Record<string, readonly string[]> = {
  'admin:manage_roles': ['roles.list'],
  'admin:manage_teams': ['teams.list', 'teams.get'],
  'admin:manage_users': ['users.list', 'users.get'],
}

/** Calls that need a permission in a team, or on a path to a use case. */
const calls: Record<string, readonly string[]> = {
  'team:read': ['teams.get'],
  'team:update': ['rename'],
  'use_case:create': ['projects.create'],
  'use_case:read': ['projects.get'],
  'use_case:update': ['projects.update', 'projects.delete'],
}

const subjects = ['Platform', 'Team', 'Role', 'User', 'Membership']

type Builder = AbilityBuilder<MongoAbility>

/** The actions that the role held in one team allows. */
function allowInTeam({ can }: Builder, team: string, permissions: readonly string[]): void {
  for (const permission of permissions) {
    can([permission, ...(calls[permission] ?? [])], 'Team', { key: team })
    for (const action of anywhere[permission] ?? []) can(action, subjects)
    if (team === 'admin') for (const action of global[permission] ?? []) can(action, subjects)
    if (permission === 'admin:manage_users') {
      can('set_membership', 'Membership', { team, isNew: false })
    }
  }
}

/** The user's actions on a use case: on any one path, never with rights from two paths together. */
function allowOnPaths(scenario: Scenario, builder: Builder, project: string, user: ScenarioUser) {
  const { can, cannot } = builder
  const { teams = {} } = user
  const paths = pathsTo(scenario, project)
  for (const { team, isOwner, role } of paths) {
    const held = contentsOf(scenario, teams[team])
    const shared = contentsOf(scenario, role)
    const passedOn = isOwner ? held : held.filter((permission) => shared.includes(permission))
    for (const permission of passedOn) {
      if (permission === 'use_case:share' && !isOwner) continue
      can([permission, ...(calls[permission] ?? [])], 'Work', { home: project })
      if (permission === 'model:read') can(permission, 'Work', { attachedTo: project })
      if (permission === 'use_case:share') {
        can('projects.members.add', 'Share', { project, target: { $in: Object.keys(teams) } })
      }
    }
  }
  cannot('projects.members.add', 'Share', {
    project,
    target: { $in: paths.map(({ team }) => team) },
  })
}

function abilityOf(scenario: Scenario, user: ScenarioUser): MongoAbility {
  const builder: Builder = new AbilityBuilder(createMongoAbility)
  const { can, cannot, build } = builder
  can('users.me', 'Platform')
  if (user.status !== 'active') return build()
  can('permissions.list', 'Platform')
  can('users.get', 'User', { email: user.email })
  for (const [team, role] of Object.entries(user.teams ?? {})) {
    allowInTeam(builder, team, contentsOf(scenario, role))
  }
  for (const { key } of scenario.projects ?? []) allowOnPaths(scenario, builder, key, user)
  cannot('roles.update', 'Role', { builtIn: true })
  cannot(['teams.update', 'rename'], 'Team', { key: { $in: ['admin', 'default'] } })
  return build()
}

/** One question of an ability. */
export type Check = readonly [action: string, on: string | ReturnType<typeof subject>]

/** Everything that the ability must allow. */
function checksOf(scenario: Scenario, question: Question): readonly Check[] {
  const { action, on, input = {} } = question
  if (action === 'users.update' && input.teams) {
    const target = scenario.users.find(({ email }) => email === on.name)
    return Object.keys(Object(input.teams)).map((team) => {
      const isNew = !Object.hasOwn(target?.teams ?? {}, team)
      return ['set_membership', subject('Membership', { team, isNew })]
    })
  }
  return [checkOf(scenario, question)]
}

function checkOf(scenario: Scenario, { action, on, input = {} }: Question): Check {
  if (action === 'projects.members.add') {
    const target = String(Object(input.subject).id)
    return [action, subject('Share', { project: on.name, target })]
  }
  if (action === 'projects.create') return [action, subject('Team', { key: String(input.team) })]
  switch (on.type) {
    case 'user':
      return [action, subject('User', { email: on.name })]
    case 'team': {
      const asked = action === 'teams.update' && input.name ? 'rename' : action
      return [asked, subject('Team', { key: on.name })]
    }
    case 'role':
      return [action, subject('Role', { builtIn: permissionsOf.has(on.name) })]
    case 'project':
      return [action, subject('Work', { home: on.name, attachedTo: [] })]
    case 'artifact': {
      const artifact = scenario.artifacts?.find(({ name }) => name === on.name)
      const { project: home = null, attachedTo = [] } = artifact ?? {}
      return [action, subject('Work', { home, attachedTo: [...attachedTo] })]
    }
    default:
      return [action, 'Platform']
  }
}

/** The actor, and the question. */
export interface Prepared {
  readonly ability: MongoAbility
  readonly checks: readonly Check[]
}

/** Builds every user's ability, then finds the resources of each question. */
export function preparing(scenario: Scenario): (question: Question) => Prepared {
  const abilities = new Map(scenario.users.map((user) => [user.email, abilityOf(scenario, user)]))
  return (question) => {
    const ability = abilities.get(question.by)
    if (ability === undefined) throw new Error(`The scenario has no ${question.by}.`)
    return { ability, checks: checksOf(scenario, question) }
  }
}

export const allows = ({ ability, checks }: Prepared): boolean =>
  checks.every(([action, on]) => ability.can(action, on))

/** Adaptive, in CASL. */
export const casl: Oracle = (scenario) => {
  const prepare = preparing(scenario)
  return (question) => allows(prepare(question))
}
