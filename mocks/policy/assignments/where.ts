import type { Telling } from './assignment.ts'
import type { ProjectRecord, TeamRecord } from '../language/records.ts'
import { namesFor } from '../world/reader-words.ts'
import type { World } from '../world/world.ts'

/** The place of an assignment. */
export interface Where {
  /** In words. */
  text(telling: Telling): string
  /** As data, for a decision. */
  resource(world: World): { type: string; id: string; key?: string }
}

export const theOrganization: Where = {
  text: () => 'the organization',
  resource: ({ organization }) => ({ type: 'organization', id: organization.id }),
}

export const inTeamOf = (team: TeamRecord): Where => ({
  text: ({ policy, reader }) => `${policy.nouns.team} ${namesFor(policy, reader).team(team)}`,
  resource: () => ({ type: 'team', id: team.id, key: team.key }),
})

export const onProject = (project: ProjectRecord): Where => ({
  text: ({ policy, reader }) =>
    `${policy.nouns.project} ${namesFor(policy, reader).project(project)}`,
  resource: () => ({ type: 'project', id: project.id, key: project.key }),
})
