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

/** What a reference in the body hands out: by what it names, and where that is held. */
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

/** Ownership is stated of an entry, or passed on to whom the call names. */
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

/** The ways in which the operation hands something out, as the document says. */
const handsOutBy = memo(makeHandsOutBy)

/** Keys of the body by which a call hands something out. */
export const keysThatHandOut = (operation: OperationId): readonly string[] =>
  handsOutBy(operation).flatMap(({ key }) => key ?? [])

/** Answering hands out nothing: whoever invited did. */
const answers: ReadonlySet<OperationId> = new Set([
  operationsOn.invitation.accept,
  operationsOn.member.accept,
])

/** Whether the operation can hand out anything at all, by a key that the platform offers or by an effect. */
export const canHandOut = ({ changes, effects }: Policy, operation: OperationId): boolean => {
  if (answers.has(operation)) return false
  const keys = changes[operation]?.keys
  return (
    handsOutBy(operation).some(
      ({ key }) => !keys || key === undefined || Object.hasOwn(keys, key),
    ) || effects.some((effect) => effect.on.includes(operation) && gives(effect))
  )
}

/** Everything that the call hands out, by whichever way; what it takes away is none of it. */
export const handOutsOf = (policy: Policy, world: World, call: Call): readonly HandOut[] => {
  const { operation } = call
  if (!canHandOut(policy, operation)) return []
  const giving = { policy, world, call, effects: effectsToCome(policy, world, call) }
  const stated = handsOutBy(operation).flatMap((one) => one.given(giving))
  return [...stated, ...handedOutByEffects(giving)].filter(
    ({ permissions: given }) => given.size > 0,
  )
}
