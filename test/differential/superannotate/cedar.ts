import type { Scenario, ScenarioMember, ScenarioUser } from '../../../mocks/policies/scenario.ts'
import type { Oracle } from '../agree.ts'
import { Entities, entity, isAuthorized, load, policiesIn, ref, type Request } from '../cedar.ts'
import type { Named, Question } from '../question.ts'
import { invited } from './world.ts'

const group = (project: string, name: string) => entity('Group', `${project}/${name}`)

/** The groups of the project that the entry's person is in. */
const groupsOf = ({ project, roles = {}, grants = {} }: ScenarioMember) => [
  group(project, 'everyone'),
  ...(roles.project === 'project_admin' ? [group(project, 'admins')] : []),
  ...(roles.project === 'project_admin' && grants.explore ? [group(project, 'explorers')] : []),
]

/** SA-08 depends on the order of creation. */
const orderOf = ({ artifacts = [] }: Scenario, run: string): number =>
  artifacts.findIndex(({ name }) => name === run)

function addUser(entities: Entities, scenario: Scenario, user: ScenarioUser): void {
  const { email, role = '', grants = {}, paused = false, revoked } = user
  const entries = (scenario.members ?? []).filter(({ subject }) => subject.id === email)
  entities.add(entity('User', email), {
    attrs: {
      role,
      active: true,
      paused,
      grants: Object.keys(grants),
      ...(revoked?.run_training && { revokedAt: orderOf(scenario, revoked.run_training) }),
    },
    parents: entries.flatMap(groupsOf),
  })
}

function entitiesOf(scenario: Scenario): Entities {
  const { users, projects = [], artifacts = [], organization } = scenario
  const entities = new Entities()
  for (const user of users) addUser(entities, scenario, user)
  entities.add(entity('User', invited), {
    attrs: { role: 'contributor', active: false, paused: false, grants: [] },
  })
  for (const { key } of projects) {
    entities.add(entity('Project', key), {
      attrs: { everyone: ref('Group', `${key}/everyone`), admins: ref('Group', `${key}/admins`) },
    })
  }
  for (const { name, project } of artifacts) {
    entities.add(entity('Artifact', name), {
      attrs: {
        order: orderOf(scenario, name),
        planned: organization.plan.features.includes('explore'),
        explorers: ref('Group', `${project}/explorers`),
      },
    })
  }
  return entities
}

const types: Partial<Record<Named['type'], string>> = {
  artifact: 'Artifact',
  project: 'Project',
  user: 'User',
}

/** The resource of a call, where its body names it. */
function actionOf({ action, input = {} }: Question): string {
  if (action === 'invitations.create') {
    return input.role === 'admin' ? 'invite_admin' : 'invite_contributor'
  }
  if (action === 'users.update') {
    if ('role' in input) return input.role === 'admin' ? 'promote' : 'demote'
    return 'paused' in input ? 'pause' : 'grant:manage'
  }
  if (action === 'projects.members.add') {
    return Object(input.roles).project === 'project_admin' ? 'add_admin' : 'add_contributor'
  }
  return action
}

const requestOf = (question: Question): Request => ({
  principal: entity('User', question.by),
  action: actionOf(question),
  resource: entity(types[question.on.type] ?? 'Organization', question.on.name),
  context: question.input?.subject ? { user: ref('User', Object(question.input.subject).id) } : {},
})

load('superannotate', policiesIn('superannotate.cedar', import.meta.url))

/** SuperAnnotate, in Cedar. */
export const cedar: Oracle = (scenario) => {
  const entities = entitiesOf(scenario)
  return (question) => isAuthorized('superannotate', entities, requestOf(question))
}
