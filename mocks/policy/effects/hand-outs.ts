import { contract, operationsOn, type ReferencePlace } from '../../generated/contract.ts'
import { memo } from '../../shared/memo.ts'
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

/** One way in which an operation hands out permissions. */
interface HandingOut {
  /** The key of the body that must be stated; undefined if the operation hands out in any case. */
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

/** The stated role, or the deployment’s default. */
const invitedRole: HandingOut = {
  given: (giving) =>
    organizationRole(giving, giving.call.input?.role ?? giving.world.settings.defaultRole),
}

/** Finds what a reference in the body hands out, by the type that it names and the place where that is held. */
const giverOf = ({ at, type, in: where, isKey }: ReferencePlace): Giver | undefined => {
  if (type === 'permission') return permissions
  if (type === 'grant' && isKey) return where === 'organization' ? grants : entryGrants
  if (type !== 'role') return undefined
  if (where === 'organization') return organizationRole
  if (where === 'project') return entryRoles
  if (where === 'team') return at.length > 1 ? teamRoles : defaultRole
  return undefined
}

const byReference = (place: ReferencePlace): readonly HandingOut[] => {
  const give = giverOf(place)
  const [key] = place.at
  if (give === undefined || key === undefined) return []
  return [place.orDefault ? invitedRole : by(key, give)]
}

/** Ownership comes with an owner's entry, or goes to the user whom the call names. */
const byGift = (key: string, gift: 'ownership' | 'rights', isOfEntry: boolean): HandingOut => {
  if (gift === 'rights') return by(key, entryRights)
  return isOfEntry ? by(key, ownersEntry) : { given: handedOutByOwnership }
}

const makeHandsOutBy = (operation: OperationId): readonly HandingOut[] => {
  const { references = [], handsOut = {}, target, creates } = contract[operation]
  const isOfEntry = [target, creates].includes('member')
  return [
    ...references.flatMap(byReference),
    ...Object.entries(handsOut).map(([key, gift]) => byGift(key, gift, isOfEntry)),
    ...(operation === operationsOn.project.update ? [{ given: handedOutByOpening }] : []),
  ]
}

/** The ways in which the operation hands out permissions, from the document's extensions. */
const handsOutBy = memo(makeHandsOutBy)

/** Keys of the body through which a call hands out permissions. */
export const keysThatHandOut = (operation: OperationId): readonly string[] =>
  handsOutBy(operation).flatMap(({ key }) => key ?? [])

/** Accepting hands out nothing: the invitation did. */
const answers: ReadonlySet<OperationId> = new Set([
  operationsOn.invitation.accept,
  operationsOn.member.accept,
])

/** Whether the operation can hand out permissions, through a key that the platform offers or an effect. */
export const canHandOut = ({ changes, effects }: Policy, operation: OperationId): boolean => {
  if (answers.has(operation)) return false
  const keys = changes[operation]?.keys
  return (
    handsOutBy(operation).some(
      ({ key }) => !keys || key === undefined || Object.hasOwn(keys, key),
    ) || effects.some((effect) => effect.on.includes(operation) && gives(effect))
  )
}

/**
 * The permissions that the call hands out, in every way. Hardened mode demands that the caller holds
 * them, which prevents privilege escalation. What the call takes away is not included.
 */
export const handOutsOf = (policy: Policy, world: World, call: Call): readonly HandOut[] => {
  const { operation } = call
  if (!canHandOut(policy, operation)) return []
  const giving = { policy, world, call, effects: effectsToCome(policy, world, call) }
  const stated = handsOutBy(operation).flatMap((one) => one.given(giving))
  return [...stated, ...handedOutByEffects(giving)].filter(
    ({ permissions: given }) => given.size > 0,
  )
}
