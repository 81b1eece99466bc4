import type { OperationId } from '../../../src/generated/operations.ts'
import type { Call } from '../call/call.ts'
import type { Giving, HandOut } from './hand-out.ts'
import { effectsToCome, gives, handedOutByEffects } from './of-effects.ts'
import { handedOutByOpening, handedOutByOwnership } from './of-projects.ts'
import {
  defaultRole,
  entryGrants,
  entryRights,
  entryRoles,
  grants,
  organizationRole,
  ownersEntry,
  permissions,
  type Giver,
  teamRoles,
} from './of-roles.ts'
import type { Policy } from '../language/policy.ts'
import type { World } from '../world/world.ts'

/** One way in which an operation hands something out. */
interface HandingOut {
  /** The key of the body by which it does, where it is stated; undefined where that does not matter. */
  key?: string
  given(giving: Giving): readonly HandOut[]
}

const by = (key: string, read: Giver): HandingOut => ({
  key,
  given: (giving) => {
    const { input } = giving.call
    return input && Object.hasOwn(input, key) ? read(giving, input[key]) : []
  },
})

/** The role that is stated, or the deployment’s default. */
const invitedRole: HandingOut = {
  given: (giving) =>
    organizationRole(giving, giving.call.input?.role ?? giving.world.settings.defaultRole),
}

const memberships = [by('role', organizationRole), by('teams', teamRoles)]
const entry = [
  by('roles', entryRoles),
  by('rights', entryRights),
  by('grants', entryGrants),
  by('isOwner', ownersEntry),
]

const handsOutBy: Partial<Record<OperationId, readonly HandingOut[]>> = {
  'roles.create': [by('permissions', permissions)],
  'roles.update': [by('permissions', permissions)],
  'teams.create': [by('defaultRole', defaultRole)],
  'teams.update': [by('defaultRole', defaultRole)],
  'users.create': memberships,
  'users.update': [...memberships, by('grants', grants)],
  'invitations.create': [invitedRole],
  'projects.update': [{ given: handedOutByOpening }],
  'projects.transferOwnership': [{ given: handedOutByOwnership }],
  'projects.members.add': entry,
  'projects.members.update': entry,
}

/** Keys of the body by which a call hands something out. */
export const keysThatHandOut = (operation: OperationId): readonly string[] =>
  (handsOutBy[operation] ?? []).flatMap(({ key }) => key ?? [])

/** Answering hands out nothing: whoever invited did. */
const answers: ReadonlySet<OperationId> = new Set(['invitations.accept', 'projects.members.accept'])

/** Whether the operation can hand out anything at all, by a key that the platform offers or by an effect. */
export const canHandOut = ({ changes, effects }: Policy, operation: OperationId): boolean => {
  if (answers.has(operation)) return false
  const keys = changes[operation]?.keys
  return (
    handsOutBy[operation]?.some(
      ({ key }) => !keys || key === undefined || Object.hasOwn(keys, key),
    ) === true || effects.some((effect) => effect.on.includes(operation) && gives(effect))
  )
}

/** Everything that the call hands out, by whichever way; what it takes away is none of it. */
export const handOutsOf = (policy: Policy, world: World, call: Call): readonly HandOut[] => {
  const { operation } = call
  if (!canHandOut(policy, operation)) return []
  const giving = { policy, world, call, effects: effectsToCome(policy, world, call) }
  const stated = (handsOutBy[operation] ?? []).flatMap((way) => way.given(giving))
  return [...stated, ...handedOutByEffects(giving)].filter(
    ({ permissions: given }) => given.size > 0,
  )
}
