import type { Policy } from '../language/policy.ts'
import type { ProjectRecord, TeamRecord } from '../language/records.ts'
import type { World } from '../world/world.ts'

/** The place of an assignment. */
export interface Where {
  /** In words. */
  text(policy: Policy): string
  /** As data, for a decision. */
  resource(world: World): { type: string; id: string; key?: string }
}

export const theOrganization: Where = {
  text: () => 'the organization',
  resource: ({ organization }) => ({ type: 'organization', id: organization.id }),
}

export const inTeamOf = ({ id, key }: TeamRecord): Where => ({
  text: ({ nouns }) => `${nouns.team} ${key}`,
  resource: () => ({ type: 'team', id, key }),
})

export const onProject = ({ id, key }: ProjectRecord): Where => ({
  text: ({ nouns }) => `${nouns.project} ${key}`,
  resource: () => ({ type: 'project', id, key }),
})
