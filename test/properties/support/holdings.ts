import type { UserRecord } from '../../../mocks/policy/index.ts'
import {
  organizationPermitsOf,
  permissionsOf,
  roleIn,
} from '../../../mocks/policy/world/permits.ts'
import { permissionsInto } from '../../../mocks/policy/paths/paths.ts'
import type { Stage } from './stage.ts'

/** Permissions by the place where a user holds them: the organization, a team, a project. */
export type Held = ReadonlyMap<string, ReadonlySet<string>>

const nothing: ReadonlySet<string> = new Set()

/** Everything that the person holds, everywhere. */
export function heldOn({ policy, world }: Stage, person: UserRecord): Held {
  const held = new Map<string, ReadonlySet<string>>()
  held.set('organization', organizationPermitsOf(world, person)?.always ?? nothing)
  for (const { key } of world.teams()) {
    const role = roleIn(world, person, key)
    held.set(`team ${key}`, role ? permissionsOf(role) : nothing)
  }
  for (const project of world.projects()) {
    held.set(`project ${project.id}`, permissionsInto({ policy, world, person, project }))
  }
  return held
}

/** All holdings of everyone, by e-mail address. */
export const heldByAll = (stage: Stage): ReadonlyMap<string, Held> =>
  new Map([...stage.world.users()].map((user) => [user.email, heldOn(stage, user)]))

/** `who: permission in place` for each newly held permission in a place that existed before. */
export function gainedBetween(
  before: ReadonlyMap<string, Held>,
  after: ReadonlyMap<string, Held>,
  places: Held,
): { who: string; place: string; permission: string }[] {
  return [...after].flatMap(([who, held]) =>
    [...held].flatMap(([place, permissions]) => {
      if (!places.has(place)) return []
      const then = before.get(who)?.get(place) ?? nothing
      return [...permissions.difference(then)].map((permission) => ({ who, place, permission }))
    }),
  )
}
