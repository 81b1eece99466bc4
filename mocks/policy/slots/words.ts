import type { Lack } from './need.ts'
import type { Policy } from '../language/policy.ts'
import type { Slot } from './slot.ts'
import type { World } from '../world/world.ts'

export const series = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** The permissions that one slot does not give now. */
export const lackingIn = (lacks: readonly Lack[]): readonly string[] => [
  ...new Set(lacks.flatMap(({ permission }) => permission ?? [])),
]

/** Where a slot is, in words. */
export const placeOf = ({ nouns }: Policy, slot: Slot): string => {
  switch (slot.kind) {
    case 'team_role':
      return `${nouns.team} ${slot.team.key}`
    case 'organization_role':
    case 'grant':
    case 'feature':
    case 'status':
      return 'the organization'
    case 'entry_role':
    case 'entry_right':
    case 'entry_grant':
    case 'entry_status':
      return `${nouns.project} ${slot.project.key}`
  }
}

/** Where a slot is, as a decision tells it. */
export const whereOf = (world: World, slot: Slot): { type: string; id: string; key?: string } => {
  switch (slot.kind) {
    case 'team_role':
      return { type: 'team', id: slot.team.id, key: slot.team.key }
    case 'organization_role':
    case 'grant':
    case 'feature':
    case 'status':
      return { type: 'organization', id: world.organization.id }
    case 'entry_role':
    case 'entry_right':
    case 'entry_grant':
    case 'entry_status':
      return { type: 'project', id: slot.project.id, key: slot.project.key }
  }
}
