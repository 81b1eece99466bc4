import type { OperationId } from '../../../src/generated/operations.ts'
import type { SlotChange } from './overlay.ts'
import type { Slot } from './slot.ts'
import { ownEntry } from './state.ts'
import { pendingInvitation } from '../world/standing.ts'
import type { World } from '../world/world.ts'
import type { MemberRecord } from '../language/records.ts'

/** A call that makes changes, as `client.call(operation, ...args)` takes it. */
export interface RemedyCall {
  operation: OperationId
  args: unknown[]
  /** The changes that it makes. */
  changes: readonly SlotChange[]
}

type EntrySlot = Extract<Slot, { kind: 'entry_role' | 'entry_right' | 'entry_grant' }>
type EntryChange = SlotChange & { slot: EntrySlot }

const isEntryChange = (change: SlotChange): change is EntryChange =>
  ['entry_role', 'entry_right', 'entry_grant'].includes(change.slot.kind)

/** What the user is, what the boxes are and what the plan has must be so before entries can follow. */
const order: readonly Slot['kind'][] = [
  'status',
  'entry_status',
  'feature',
  'organization_role',
  'team_role',
  'grant',
  'entry_role',
]

const answer = (operation: OperationId, args: unknown[], change: SlotChange): RemedyCall => ({
  operation,
  args,
  changes: [change],
})

const single = (world: World, change: SlotChange): readonly RemedyCall[] => {
  const { slot, role } = change
  const update = (email: string, patch: object): RemedyCall => ({
    operation: 'users.update',
    args: [email, patch],
    changes: [change],
  })
  switch (slot.kind) {
    case 'team_role':
      return [update(slot.user.email, { teams: { [slot.team.key]: role } })]
    case 'organization_role':
      return [update(slot.user.email, { role })]
    case 'grant':
      return [update(slot.user.email, { grants: { [slot.grant]: true } })]
    case 'feature': {
      const features = [...world.organization.plan.features, slot.feature]
      return [{ operation: 'organization.updatePlan', args: [{ features }], changes: [change] }]
    }
    case 'status': {
      const { email, paused, status } = slot.user
      const invitation = status === 'active' ? undefined : pendingInvitation(world, slot.user)
      return [
        ...(paused ? [update(email, { paused: false })] : []),
        ...(invitation ? [answer('invitations.accept', [invitation.id], change)] : []),
      ]
    }
    case 'entry_status':
      return [answer('projects.members.accept', [slot.project.key, slot.entry.id], change)]
    default:
      return []
  }
}

const entryBody = (entry: MemberRecord | undefined, changes: readonly EntryChange[]) => {
  const roles = changes.flatMap(({ slot, role }): [string, string][] =>
    slot.kind === 'entry_role' && role !== undefined ? [[slot.category, role]] : [],
  )
  const rights = changes.flatMap(({ slot }) => (slot.kind === 'entry_right' ? [slot.right] : []))
  const grants = changes.flatMap(({ slot }): [string, true][] =>
    slot.kind === 'entry_grant' ? [[slot.grant, true]] : [],
  )
  return {
    ...(roles.length > 0 && { roles: Object.fromEntries(roles) }),
    ...(rights.length > 0 && { rights: [...(entry?.rights ?? []), ...rights] }),
    ...(grants.length > 0 && { grants: Object.fromEntries(grants) }),
  }
}

/** All that changes in one entry is one call. */
const ofEntry = (world: World, changes: readonly EntryChange[]): RemedyCall[] => {
  const [first] = changes
  if (!first) return []
  const { user, project } = first.slot
  const entry = ownEntry(world, user, project)
  const body = entryBody(entry, changes)
  return [
    entry
      ? { operation: 'projects.members.update', args: [project.key, entry.id, body], changes }
      : {
          operation: 'projects.members.add',
          args: [project.key, { subject: { type: 'user', id: user.email }, ...body }],
          changes,
        },
  ]
}

/** The calls that make the changes, in an order in which each can follow the one before. */
export const remedyCalls = (
  world: World,
  changes: readonly SlotChange[],
): readonly RemedyCall[] => {
  const singles = changes
    .filter((change) => !isEntryChange(change))
    .toSorted((one, other) => order.indexOf(one.slot.kind) - order.indexOf(other.slot.kind))
    .flatMap((change) => single(world, change))
  const entries = Map.groupBy(
    changes.filter(isEntryChange),
    ({ slot }) => `${slot.user.id} ${slot.project.key}`,
  )
  return [...singles, ...[...entries.values()].flatMap((group) => ofEntry(world, group))]
}
