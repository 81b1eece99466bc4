import type { Scenario, ScenarioMember } from '../../../mocks/policies/scenario.ts'
import type { Oracle } from '../agree.ts'
import { Entities, entity, isAuthorized, load, policiesIn, ref } from '../cedar.ts'
import { levels } from './world.ts'

const categories = { ...levels, rights: ['upload', 'download'] }

const level = (project: string, category: string, name: string) =>
  entity('Level', `${project}/${category}/${name}`)

const entryFor = ({ project, subject }: ScenarioMember) =>
  entity('Entry', `${project}/${subject.type}/${subject.id}`)

/** The levels that an entry gives, and whether it has one. */
const givenBy = ({ project, roles = {}, rights = [] }: ScenarioMember) => [
  entity('Entries', project),
  ...Object.entries(roles)
    .filter(([, role]) => role !== 'none')
    .map(([category, role]) => level(project, category, role)),
  ...rights.map((right) => level(project, 'rights', right)),
]

function addLevels(entities: Entities, project: string): void {
  for (const [category, names] of Object.entries(levels)) {
    for (const [index, name] of names.entries()) {
      const below = names[index - 1]
      const parents = below === undefined ? [] : [level(project, category, below)]
      entities.add(level(project, category, name), { parents })
    }
  }
}

const attributesOf = (project: string, owner: string) => ({
  owner: ref('User', owner),
  entries: ref('Entries', project),
  levels: Object.fromEntries(
    Object.entries(categories).map(([category, names]) => [
      category,
      Object.fromEntries(
        names.map((name) => [name, ref('Level', `${project}/${category}/${name}`)]),
      ),
    ]),
  ),
})

function entitiesOf({ users, teams = [], projects = [], members = [], artifacts = [] }: Scenario) {
  const entities = new Entities()
  const entriesOf = (type: string, id: string) =>
    members
      .filter(
        ({ subject, status = 'accepted' }) =>
          subject.type === type && subject.id === id && status === 'accepted',
      )
      .map(entryFor)
  for (const member of members) entities.add(entryFor(member), { parents: givenBy(member) })
  for (const { key } of teams) {
    entities.add(entity('Workgroup', key), { parents: entriesOf('team', key) })
  }
  for (const { email, role = '', status, teams: joined = {} } of users) {
    entities.add(entity('User', email), {
      attrs: { role, active: status === 'active' },
      parents: [
        ...entriesOf('user', email),
        ...entriesOf('email', email),
        ...Object.keys(joined).map((key) => entity('Workgroup', key)),
      ],
    })
  }
  for (const { key, owner = '' } of projects) {
    addLevels(entities, key)
    const attrs = attributesOf(key, owner)
    entities.add(entity('Project', key), { attrs })
    for (const { name } of artifacts.filter(({ project }) => project === key)) {
      entities.add(entity('Artifact', name), { attrs })
    }
  }
  return entities
}

/** The users named in the body. */
const contextOf = ({ to, subject }: Readonly<Record<string, unknown>>) => ({
  ...(to !== undefined && { to: ref('User', String(to)) }),
  ...(Object(subject).type === 'user' && { user: ref('User', Object(subject).id) }),
})

load('ica', policiesIn('ica.cedar', import.meta.url))

/** Illumina Connected Analytics, in Cedar. */
export const cedar: Oracle = (scenario) => {
  const entities = entitiesOf(scenario)
  return ({ by, action, on, input = {} }) =>
    isAuthorized('ica', entities, {
      principal: entity('User', by),
      action,
      resource: entity(on.type === 'artifact' ? 'Artifact' : 'Project', on.name),
      context: contextOf(input),
    })
}
