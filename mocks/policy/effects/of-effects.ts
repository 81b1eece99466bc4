import type { Call } from '../call/call.ts'
import { type EffectChange, effectsOf } from './effects.ts'
import type { Giving, HandOut } from './hand-out.ts'
import { handedOutByOwnership } from './of-projects.ts'
import { organizationRoleFor, ownersEntry, teamRoles } from './of-roles.ts'
import type { Effect, Policy } from '../language/policy.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'
import { lowerCase } from '../../shared/lower-case.ts'

/** The user whom the call would create, with the fields that conditions can read. */
const newcomer = ({ input, actor }: Call): UserRecord | undefined =>
  typeof input?.email === 'string'
    ? {
        id: 'usr_new',
        sequence: Number.MAX_SAFE_INTEGER,
        createdAt: actor.createdAt,
        email: lowerCase(input.email),
        name: input.email,
        type: 'human',
        status: 'active',
        teams: {},
        grants: {},
        paused: false,
      }
    : undefined

/** The further changes that the call would bring about. */
export const effectsToCome = (
  policy: Policy,
  world: World,
  call: Call,
): readonly EffectChange[] => {
  const { user = newcomer(call) } = call.resources
  return effectsOf(policy, world, call, { ...call.resources, ...(user && { user }) })
}

/** The same call about the person of an effect, who is not always the one that the call names. */
const about = (giving: Giving, id: string): Giving => {
  const user = giving.world.user(id)
  const { call } = giving
  return user ? { ...giving, call: { ...call, resources: { ...call.resources, user } } } : giving
}

const givenBy = (giving: Giving, effect: EffectChange): readonly HandOut[] => {
  switch (effect.kind) {
    case 'join':
      return teamRoles(about(giving, effect.user), { [effect.team]: effect.role })
    case 'role':
      return organizationRoleFor(giving, giving.world.user(effect.user), effect.role)
    case 'owner':
      return handedOutByOwnership(giving)
    case 'entry':
      return typeof giving.call.resources.project === 'object'
        ? ownersEntry(giving, effect.isOwner)
        : []
    case 'clear_grants':
    case 'remove_entries':
    case 'revoke_tokens':
      return []
  }
}

/** The permissions that the call hands out through effects. */
export const handedOutByEffects = (giving: Giving): readonly HandOut[] =>
  giving.effects.flatMap((effect) => givenBy(giving, effect))

/** Whether an effect of this kind gives permissions to anybody. One of an unknown kind may. */
export const gives = ({ do: effect }: Effect): boolean => {
  if ('joinTeam' in effect || 'addEntry' in effect) return true
  if ('setRole' in effect || 'setOwner' in effect) return true
  if ('clearGrants' in effect || 'removeEntries' in effect || 'revokeTokens' in effect) return false
  return ofUnknownKind(effect)
}

const ofUnknownKind: (effect: never) => true = () => true
