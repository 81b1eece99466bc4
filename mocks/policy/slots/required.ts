import type { Decision } from '../../../src/index.ts'
import { placeOf, series, whereOf } from './words.ts'
import type { Lack } from './need.ts'
import type { Policy } from '../language/policy.ts'
import type { Slot } from './slot.ts'
import type { World } from '../world/world.ts'

/** What a decision says is missing in one slot. */
export type Missing = Decision['alternatives'][number]['missing'][number]

/** What is required of a slot, in words. */
export const requiredText = (
  policy: Policy,
  slot: Slot,
  lacking: readonly string[],
  role: string | undefined,
): string => {
  const place = placeOf(policy, slot)
  if (role !== undefined) return `Role ${role} in ${place}.`
  switch (slot.kind) {
    case 'feature':
      return `The feature ${slot.feature} in the plan.`
    case 'grant':
      return `The grant ${slot.grant}.`
    case 'entry_grant':
      return `The grant ${slot.grant} on ${place}.`
    case 'entry_right':
      return `The right to ${slot.right} on ${place}.`
    case 'status':
      return 'An active membership.'
    case 'entry_status':
      return `An accepted entry on ${place}.`
    case 'organization_role':
      return lacking.length === 0
        ? `A role in ${place} that reaches it.`
        : `${series(lacking)} held in ${place}.`
    case 'team_role':
      return lacking.length === 0
        ? `Membership of ${place}.`
        : `${series(lacking)} held in ${place}.`
    case 'entry_role':
      return lacking.length === 0 ? `An entry on ${place}.` : `${series(lacking)} on ${place}.`
  }
}

/** What is required of a slot, as a decision tells it. */
export const requirementOf = (
  world: World,
  lacks: readonly Lack[],
  slot: Slot,
  lacking: readonly string[],
): Missing['requirement'] => {
  const where = whereOf(world, slot)
  switch (slot.kind) {
    case 'feature':
      return { kind: 'feature', feature: slot.feature, in: where }
    case 'grant':
    case 'entry_grant':
      return { kind: 'grant', grant: slot.grant, in: where }
    case 'entry_right':
      return { kind: 'right', right: slot.right, in: where }
    case 'status':
      return { kind: 'status', status: 'active', in: where }
    case 'entry_status':
      return { kind: 'status', status: 'accepted', in: where }
    default: {
      const [permission] = lacking
      const { user } = slot
      const role = lacks[0]?.role
      if (role !== undefined) {
        return { kind: 'role', role, in: where, user: { id: user.id, email: user.email } }
      }
      if (permission === undefined) {
        return { kind: 'member', in: where, user: { id: user.id, email: user.email } }
      }
      const covers = lacks.some(({ leaf }) => leaf && 'covers' in leaf)
      return covers || lacking.length > 1
        ? { kind: 'covers', in: where, permissions: lacking }
        : { kind: 'permission', permission, in: where }
    }
  }
}
