import { describeHave, teamsWith } from './have.ts'
import { type Missing, requiredText, requirementOf } from '../slots/required.ts'
import { lackingIn } from '../slots/words.ts'
import type { Lack } from '../slots/need.ts'
import type { Policy } from '../language/policy.ts'
import { roleInSlot } from '../slots/state.ts'
import type { Slot } from '../slots/slot.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

const statusOf = (slot: Slot): { status?: string } => {
  if (slot.kind === 'status') return { status: slot.user.paused ? 'paused' : 'pending' }
  return slot.kind === 'entry_status' ? { status: slot.entry.status } : {}
}

/** What is unmet in one slot as the decision tells it: what is required, what there is, and both in words. */
export const describeMissing = (
  policy: Policy,
  world: World,
  asker: UserRecord,
  lacks: readonly Lack[],
): Missing => {
  const [first] = lacks
  if (!first) throw new Error('Nothing is missing.')
  const { slot } = first
  const lacking = lackingIn(lacks)
  const [permission] = lacking
  const role = roleInSlot(world, slot)
  return {
    requirement: requirementOf(world, lacks, slot, lacking),
    have: {
      ...statusOf(slot),
      ...(slot.kind.endsWith('_role') && { member: role !== undefined }),
      ...(role && { role: role.key }),
      ...(permission !== undefined &&
        slot.kind === 'team_role' && { heldIn: teamsWith(world, slot.user, permission) }),
    },
    text: `${requiredText(policy, slot, lacking, first.role)} ${describeHave(policy, world, asker, lacks)}`,
  }
}
