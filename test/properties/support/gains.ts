import type { UserRecord } from '../../../mocks/policy/index.ts'
import type { Alternative } from '../../../src/index.ts'
import { type Held, heldOn } from './holdings.ts'
import type { Stage } from './stage.ts'

type Requirement = Alternative['missing'][number]['requirement']

/** A permission that a user has in one place, named as `heldOn` names it. */
export interface Right {
  readonly who: string
  readonly place: string
  readonly permission: string
}

const placeOf = ({ in: place }: Pick<Requirement, 'in'>): string => {
  if (place === undefined || place.type === 'organization') return 'organization'
  return place.type === 'team' ? `team ${place.key}` : `project ${place.id}`
}

/** All that the alternative says it gives. */
export const rightsGiven = ({ gives }: Alternative): readonly Right[] =>
  gives.flatMap(({ user, in: place, permissions }) =>
    permissions.map((permission) => ({
      who: user.email,
      place: placeOf({ in: place }),
      permission,
    })),
  )

const permissionsIn = ({ permission, permissions }: Requirement): readonly string[] => [
  ...(typeof permission === 'string' ? [permission] : []),
  ...(Array.isArray(permissions) ? permissions.map(String) : []),
]

/**
 * Whether the denied call needs the permission there. A missing membership, grant or right names no
 * permission: it may be missing for any that a rule asks for.
 */
export function neededFor({ policy }: Stage, { missing }: Alternative): (right: Right) => boolean {
  const requirements = missing.map(({ requirement }) => requirement)
  const named = requirements.flatMap((one) =>
    permissionsIn(one).map((permission) => `${permission} in ${placeOf(one)}`),
  )
  const isOpen = requirements.some((one) => permissionsIn(one).length === 0)
  const rules = JSON.stringify(policy.rules)
  return ({ permission, place }) =>
    named.includes(`${permission} in ${place}`) ||
    (isOpen && rules.includes(`"permission":${JSON.stringify(permission)}`))
}

const isActive = ({ status, paused }: UserRecord): boolean => status === 'active' && !paused

const nothing: ReadonlySet<string> = new Set()

/** The permissions of every active member on public projects. */
const publicOn = ({ policy, store }: Stage): ReadonlySet<string> =>
  new Set(
    policy.sources.project.from
      .flatMap((source) => (source.through === 'everyone' ? source.roles : []))
      .flatMap((key) => [...store.tables.roles.where('key', key)])
      .flatMap(({ permissions }) => permissions),
  )

/** Holdings by address. */
export type Rights = ReadonlyMap<string, Held>

/** The rights of these people, by address; those of a user who is not active count for nothing. */
export const rightsOn = (stage: Stage, people: ReadonlySet<string>): Rights =>
  new Map(
    [...people]
      .flatMap((name) => stage.world.user(name) ?? [])
      .filter(isActive)
      .map((user) => [user.email, heldOn(stage, user)] as const),
  )

/** The rights that somebody has now and did not have before. */
export const rightsGained = (before: Rights, after: Rights): readonly Right[] =>
  [...after].flatMap(([who, held]) =>
    [...held].flatMap(([place, permissions]) => {
      const gained = permissions.difference(before.get(who)?.get(place) ?? nothing)
      return [...gained].map((permission) => ({ who, place, permission }))
    }),
  )

/**
 * Whether somebody has a permission on a project by a role in the organization or in a team, where it is
 * told, or as everybody.
 */
export function heldElsewhere(stage: Stage, held: Rights): (right: Right) => boolean {
  const open = publicOn(stage)
  return ({ who, place, permission }) =>
    place.startsWith('project') &&
    (open.has(permission) ||
      [...(held.get(who) ?? [])].some(
        ([other, permissions]) => !other.startsWith('project') && permissions.has(permission),
      ))
}
