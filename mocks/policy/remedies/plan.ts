import { keepsInvariants } from '../decide/invariants.ts'
import type { Judge } from '../language/judge.ts'
import type { Lack, Need, Option } from '../slots/need.ts'
import { type SlotChange, withChange } from '../slots/overlay.ts'
import { inOrganization, inTeam, type RolePlace } from '../world/roles.ts'
import { rolesByReach } from '../world/roles-by-reach.ts'
import { placeOfEntryRole, type Slot, slotKey } from '../slots/slot.ts'
import type { Reader } from '../world/reader.ts'
import { mayBeTold, mayBeToldRole } from '../sight/tellable.ts'
import type { World } from '../world/world.ts'

/** A set of changes that would allow the call, with what is lacking now. */
export interface Plan {
  changes: readonly SlotChange[]
  unmet: readonly Lack[]
}

/** A plan that may do: trying it out costs more than finding it. */
export interface Candidate extends Plan {
  /** Whether the changes allow the call, and no part of them does. */
  isSound(): boolean
}

/** Where the role of a slot is held; undefined for one that holds none. */
export const placeOf = (slot: Slot): RolePlace | undefined => {
  switch (slot.kind) {
    case 'team_role':
      return inTeam
    case 'organization_role':
      return inOrganization
    case 'entry_role':
      return placeOfEntryRole(slot)
    default:
      return undefined
  }
}

const isHarmless = ({ policy }: Judge, world: World, change: SlotChange): boolean => {
  const { slot } = change
  return (
    !('user' in slot) || keepsInvariants(policy, world, slot.user, withChange(slot.user, change))
  )
}

/** The least that would meet all that is needed of one slot; undefined where nothing would. */
const changeFor = (
  judge: Judge,
  world: World,
  reader: Reader,
  slot: Slot,
  needs: readonly Need[],
): SlotChange | undefined => {
  const place = placeOf(slot)
  if (place === undefined) return { slot }
  for (const role of rolesByReach(world, place)) {
    if (!mayBeToldRole(reader, role)) continue
    if (!needs.every(({ fits }) => fits === undefined || fits(role))) continue
    const change = { slot, role: role.key }
    if (isHarmless(judge, world, change)) return change
  }
  return undefined
}

/** The least changes that would meet the option; undefined where none would, or none that may be told. */
export const planOf = (
  judge: Judge,
  world: World,
  reader: Reader,
  option: Option,
): Plan | undefined => {
  const unmet = option.filter(({ met }) => !met)
  if (!unmet.every((need) => mayBeTold(judge, reader, need))) return undefined
  const changes: SlotChange[] = []
  const bySlot = Map.groupBy(option, ({ slot }) => slotKey(slot))
  for (const needs of bySlot.values()) {
    const lacking = needs.find(({ met }) => !met)
    if (!lacking) continue
    const change = changeFor(judge, world, reader, lacking.slot, needs)
    if (!change) return undefined
    changes.push(change)
  }
  return changes.length === 0 ? undefined : { changes, unmet }
}
