import type { Scenario, ScenarioMember } from '../../../mocks/policies/scenario.ts'
import type { Oracle } from '../agree.ts'
import type { StatefulAuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs'
import {
  authorize,
  Entities,
  entity,
  load,
  policiesIn,
  prepare,
  ref,
  type Request,
} from '../cedar.ts'
import type { Named, Question } from '../question.ts'
import { permissionsOf, teams } from './world.ts'

const policies = policiesIn('adaptive.cedar', import.meta.url)

/**
 * AD-02: each path to a use case is a policy of its own, and one of them must have every requirement.
 */
const path = (project: string, team: string, through = 'true', mayShare = true): string => `
permit (principal, action == Action::"hold", resource in UseCase::"${project}")
when {
  principal.hasTag("${team}") && principal.getTag("${team}") in context.permission && ${through} &&
  (resource.home == UseCase::"${project}" || context.permission == Permission::"model:read") &&
  (${mayShare} || context.permission != Permission::"use_case:share")
};
${mayShare ? sharing(project, team) : ''}`

/** AD-14: only the owning team and owner shares reshare, with a team that the user is in too. */
const sharing = (project: string, team: string): string => `
permit (principal, action == Action::"projects.members.add", resource == UseCase::"${project}")
when {
  principal.hasTag("${team}") && principal.getTag("${team}") in Permission::"use_case:share" &&
  principal.hasTag(context.target)
};`

const shared = ({ project, subject, isOwner = false }: ScenarioMember): string =>
  isOwner
    ? path(project, subject.id)
    : path(
        project,
        subject.id,
        `UseCase::"${project}".getTag("${subject.id}") in context.permission`,
        false,
      )

const permission = (key: string) => entity('Permission', key)

function entitiesOf({ roles = [], users, projects = [], members = [], artifacts = [] }: Scenario) {
  const entities = new Entities()
  const addRole = (key: string, builtIn: boolean, held: readonly string[]) =>
    entities.add(entity('Role', key), { attrs: { builtIn }, parents: held.map(permission) })
  for (const [key, held] of permissionsOf) addRole(key, true, held)
  for (const { key, permissions } of roles) addRole(key, false, permissions)
  for (const key of teams) {
    entities.add(entity('Team', key), {
      attrs: { key, builtIn: key === 'admin' || key === 'default' },
    })
  }
  for (const { email, status, teams = {} } of users) {
    const held = Object.entries(teams)
    entities.add(entity('User', email), {
      attrs: { active: status === 'active' },
      parents: held.map(([, role]) => entity('Role', role)),
      tags: Object.fromEntries(held.map(([team, role]) => [team, ref('Role', role)])),
    })
  }
  for (const { key, team = '' } of projects) {
    const shares = members.filter(({ project }) => project === key)
    entities.add(entity('UseCase', key), {
      attrs: {
        home: ref('UseCase', key),
        teams: [team, ...shares.map(({ subject }) => subject.id)],
      },
      tags: Object.fromEntries(
        shares.map(({ subject, roles: { project: role = '' } = {} }) => [
          subject.id,
          ref('Role', role),
        ]),
      ),
    })
  }
  for (const { name, project, attachedTo = [] } of artifacts) {
    entities.add(entity('Artifact', name), {
      attrs: { home: ref('UseCase', project ?? '') },
      parents: [project ?? [], attachedTo].flat().map((key) => entity('UseCase', key)),
    })
  }
  return entities
}

const types: Partial<Record<Named['type'], string>> = {
  artifact: 'Artifact',
  project: 'UseCase',
  role: 'Role',
  team: 'Team',
  user: 'User',
}

/** The permission that a call needs in the team or on a path to the use case; an action's is its own. */
const takes: Record<string, string> = {
  'projects.get': 'use_case:read',
  'projects.create': 'use_case:create',
  'projects.update': 'use_case:update',
  'projects.delete': 'use_case:update',
}

/** Everything that must be allowed for the question to be. */
function requestsOf({ users }: Scenario, { by, action, on, input = {} }: Question): Request[] {
  const principal = entity('User', by)
  const resource = entity(types[on.type] ?? 'Organization', on.name)
  const permission = takes[action] ?? (on.type === 'organization' ? undefined : action)
  switch (action) {
    case 'teams.update':
      return [{ principal, action: input.name ? 'rename' : action, resource }]
    case 'users.update': {
      if (input.name) return [{ principal, action, resource }]
      const target = users.find(({ email }) => email === on.name)
      return Object.keys(Object(input.teams)).map((team) => ({
        principal,
        action: 'set_membership',
        resource: entity('Team', team),
        context: { isMember: Object.hasOwn(target?.teams ?? {}, team) },
      }))
    }
    case 'projects.members.add': {
      const context = { target: String(Object(input.subject).id) }
      return [{ principal, action, resource, context }]
    }
    default: {
      if (permission === undefined || !permission.includes(':')) {
        return [{ principal, action, resource }]
      }
      const where = action === 'projects.create' ? entity('Team', String(input.team)) : resource
      const context = { permission: ref('Permission', permission) }
      return [{ principal, action: 'hold', resource: where, context }]
    }
  }
}

/** Gives Cedar the policies of the scenario, then finds the resources of each question. */
export function preparing(
  scenario: Scenario,
): (question: Question) => readonly StatefulAuthorizationCall[] {
  const entities = entitiesOf(scenario)
  const owning = (scenario.projects ?? []).map(({ key, team = '' }) => path(key, team))
  const shares = (scenario.members ?? []).map(shared)
  load('adaptive', [policies, ...owning, ...shares].join('\n'))
  return (question) =>
    requestsOf(scenario, question).map((request) => prepare('adaptive', entities, request))
}

export const allows = (calls: readonly StatefulAuthorizationCall[]): boolean =>
  calls.every((call) => authorize(call).decision === 'allow')

/** Adaptive, in Cedar. */
export const cedar: Oracle = (scenario) => {
  const prepare = preparing(scenario)
  return (question) => allows(prepare(question))
}
