import type { Scenario } from '../../../mocks/policies/scenario.ts'
import type { Oracle } from '../agree.ts'
import { Entities, entity, isAuthorized, load, policiesIn, ref } from '../cedar.ts'
import type { Named } from '../question.ts'

function entitiesOf({ users, invitations = [], projects = [], artifacts = [] }: Scenario) {
  const entities = new Entities()
  for (const { email, role = '' } of users) {
    entities.add(entity('User', email), { attrs: { role, active: true } })
  }
  for (const { email, role, status } of invitations) {
    entities.add(entity('User', email), { attrs: { role, active: status === 'accepted' } })
    entities.add(entity('Invitation', email), { attrs: { pending: status === 'pending' } })
  }
  for (const { key, creator } of projects) {
    const inside = artifacts.filter(({ project }) => project === key)
    entities.add(entity('Project', key), {
      attrs: {
        creator: ref('User', creator),
        creators: inside.map((artifact) => ref('User', artifact.creator)),
      },
    })
  }
  for (const { name, creator } of artifacts) {
    entities.add(entity('Artifact', name), { attrs: { creator: ref('User', creator) } })
  }
  return entities
}

const types: Partial<Record<Named['type'], string>> = {
  artifact: 'Artifact',
  invitation: 'Invitation',
  project: 'Project',
  user: 'User',
}

load('peltarion', policiesIn('peltarion.cedar', import.meta.url))

/** Peltarion, in Cedar. */
export const cedar: Oracle = (scenario) => {
  const entities = entitiesOf(scenario)
  return ({ by, action, on }) =>
    isAuthorized('peltarion', entities, {
      principal: entity('User', by),
      action,
      resource: entity(types[on.type] ?? 'Organization', on.name),
    })
}
