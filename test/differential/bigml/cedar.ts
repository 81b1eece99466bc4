import type { Scenario } from '../../../mocks/policies/scenario.ts'
import type { Oracle } from '../agree.ts'
import { Entities, entity, isAuthorized, load, policiesIn, ref, type Request } from '../cedar.ts'
import type { Question } from '../question.ts'
import { invited } from './world.ts'

const levels = ['read', 'write', 'admin']

const level = (project: string, name: string) => entity('Level', `${project}/${name}`)

function entitiesOf({ users, projects = [], members = [], artifacts = [] }: Scenario): Entities {
  const entities = new Entities()
  for (const { email, role = '' } of users) {
    const entries = members.filter(({ subject }) => subject.id === email)
    entities.add(entity('User', email), {
      attrs: { role, active: true },
      parents: entries.map(({ project, roles }) => level(project, roles?.project ?? '')),
    })
  }
  entities.add(entity('User', invited), { attrs: { role: 'admin', active: false } })
  for (const { key, creator, private: isPrivate = false } of projects) {
    for (const [index, name] of levels.entries()) {
      entities.add(level(key, name), {
        parents: levels.slice(Math.max(0, index - 1), index).map((below) => level(key, below)),
      })
    }
    entities.add(entity('Project', key), {
      attrs: {
        project: ref('Project', key),
        creator: ref('User', creator),
        private: isPrivate,
        readers: ref('Level', `${key}/read`),
        writers: ref('Level', `${key}/write`),
        admins: ref('Level', `${key}/admin`),
      },
    })
  }
  for (const { name, project } of artifacts) {
    entities.add(entity('Artifact', name), { attrs: { project: ref('Project', project ?? '') } })
  }
  return entities
}

const types: Partial<Record<Question['on']['type'], string>> = {
  artifact: 'Artifact',
  project: 'Project',
  user: 'User',
}

/** Everything that must be allowed for the question to be: BG-10 needs two things. */
function requestsOf({ by, action, on, input }: Question): Request[] {
  const principal = entity('User', by)
  const resource = entity(types[on.type] ?? 'Organization', on.name)
  if (action !== 'artifacts.move') return [{ principal, action, resource }]
  const destination = entity('Project', String(input?.project))
  return [
    { principal, action: 'resource:move', resource },
    { principal, action: 'resource:write', resource: destination },
  ]
}

load('bigml', policiesIn('bigml.cedar', import.meta.url))

/** BigML, in Cedar. */
export const cedar: Oracle = (scenario) => {
  const entities = entitiesOf(scenario)
  return (question) =>
    requestsOf(question).every((request) => isAuthorized('bigml', entities, request))
}
