import { type Demand, evaluateDemand } from './decide.ts'
import type { Inquiry, NamedUser } from './inquiry.ts'
import { keepsInvariants } from './invariants.ts'
import type { Judge } from './judge.ts'
import { type Shift, shiftsOf } from './named-user.ts'
import { type Need, type Option, optionsOf, together } from './needs.ts'
import { overlay, type SlotChange, withChange } from './overlay.ts'
import { inOrganization, inTeam, type RolePlace } from './role-place.ts'
import { rolesByReach } from './roles-by-reach.ts'
import { type Slot, slotKey } from './slot.ts'
import type { RoleRecord, UserRecord, World } from './world.ts'

/** A set of changes that would allow the call, with the needs that they meet. */
export interface Plan {
  changes: readonly SlotChange[]
  unmet: readonly Need[]
}

/** Where the role of a slot is held; undefined for one that holds none. */
const placeOf = (slot: Slot): RolePlace | undefined => {
  switch (slot.kind) {
    case 'team_role':
      return inTeam
    case 'organization_role':
      return inOrganization
    case 'entry_role':
      return { scope: 'project', category: slot.category }
    case 'entry_right':
    case 'entry_grant':
    case 'grant':
    case 'feature':
    case 'status':
    case 'entry_status':
      return undefined
  }
}

const isHarmless = ({ policy }: Judge, world: World, change: SlotChange): boolean => {
  const { slot } = change
  if (slot.kind !== 'team_role' && slot.kind !== 'organization_role') return true
  return keepsInvariants(policy, world, slot.user, withChange(slot.user, change))
}

/** The least that would meet all that is needed of one slot; undefined where nothing would. */
const changeFor = (
  judge: Judge,
  world: World,
  slot: Slot,
  needs: readonly Need[],
): SlotChange | undefined => {
  const place = placeOf(slot)
  if (place === undefined) return { slot }
  for (const role of rolesByReach(world, place)) {
    if (!needs.every(({ fits }) => fits === undefined || fits(role))) continue
    const change = { slot, role: role.key }
    if (isHarmless(judge, world, change)) return change
  }
  return undefined
}

const planOf = (judge: Judge, world: World, option: Option): Plan | undefined => {
  const unmet = option.filter(({ met }) => !met)
  const changes: SlotChange[] = []
  for (const { slot } of unmet) {
    const key = slotKey(slot)
    if (changes.some((change) => slotKey(change.slot) === key)) continue
    const change = changeFor(
      judge,
      world,
      slot,
      option.filter((need) => slotKey(need.slot) === key),
    )
    if (!change) return undefined
    changes.push(change)
  }
  return changes.length === 0 ? undefined : { changes, unmet }
}

const allows = (
  judge: Judge,
  world: World,
  { actor: before, demands, demandsIn }: Inquiry,
  changes: readonly SlotChange[],
): boolean => {
  const after = overlay(world, changes)
  const actor = after.user(before.id)
  if (!actor) return false
  const found = demandsIn ? demandsIn(after, actor) : { demands }
  if ('notOffered' in found) return false
  return found.demands.every((demand) => evaluateDemand(judge, after, actor, demand) === 'yes')
}

/**
 * Whether the changes allow the call, and no part of them does. What meets every need of an option
 * meets the demands that it was made of; it is tried where they may themselves change.
 */
const isSound = (judge: Judge, world: World, inquiry: Inquiry, { changes }: Plan): boolean =>
  (inquiry.demandsIn === undefined || allows(judge, world, inquiry, changes)) &&
  (changes.length === 1 ||
    changes.every((dropped) => {
      const rest = changes.filter((change) => change !== dropped)
      return !allows(judge, world, inquiry, rest)
    }))

const slotsOf = ({ changes }: Plan): string => {
  const keys = changes.map(({ slot }) => slotKey(slot))
  return keys.length === 1 ? keys.join() : keys.toSorted().join()
}

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { slot, role }) => {
    const place = placeOf(slot)
    const given: RoleRecord | undefined =
      role === undefined || !place ? undefined : world.role(role, place)
    return sum + (given?.permissions.length ?? 0)
  }, 0)

/** Of several plans that change the same memberships, the one that gives the least. */
const leastOfEach = (world: World, plans: readonly Plan[]): readonly Plan[] => {
  const least = new Map<string, Plan>()
  for (const plan of plans) {
    const slots = slotsOf(plan)
    const rival = least.get(slots)
    if (!rival || reachOf(world, plan) < reachOf(world, rival)) least.set(slots, plan)
  }
  return [...least.values()]
}

const optionsOfDemand = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { rule, things, handedOut }: Demand,
): readonly Option[] => {
  const question = { judge, world, actor, things }
  return optionsOf(handedOut ? { ...question, handedOut } : question, rule.require)
}

const plansByRules = (judge: Judge, world: World, inquiry: Inquiry): readonly Plan[] => {
  const { actor, demands } = inquiry
  const options = together(demands.map((demand) => optionsOfDemand(judge, world, actor, demand)))
  return options
    .flatMap((option) => planOf(judge, world, option) ?? [])
    .filter((plan) => isSound(judge, world, inquiry, plan))
}

/** Plans that begin with a change of the user whom the call names. */
const plansAfter = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  { change, need }: Shift,
): readonly Plan[] => {
  const after = overlay(world, [change])
  const actor = after.user(inquiry.actor.id)
  const found = actor && inquiry.demandsIn?.(after, actor)
  if (!actor || !found || 'notOffered' in found) return []
  const { named: _, ...shifted } = { ...inquiry, actor, demands: found.demands }
  const rest = allows(judge, world, inquiry, [change])
    ? [{ changes: [], unmet: [] }]
    : plansByRules(judge, after, shifted)
  return rest.map(({ changes, unmet }) => ({
    changes: [change, ...changes],
    unmet: [need, ...unmet],
  }))
}

/** Plans for a call that names somebody: what stands in its way counts, and what they are can change. */
const plansForNamed = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  named: NamedUser,
): readonly Plan[] => {
  const own = plansByRules(judge, world, inquiry)
  const shifted = shiftsOf(judge, world, named).flatMap((shift) =>
    plansAfter(judge, world, inquiry, shift),
  )
  const passes = (changes: readonly SlotChange[]): boolean => {
    const after = overlay(world, changes)
    const actor = after.user(inquiry.actor.id)
    return (
      actor !== undefined &&
      allows(judge, world, inquiry, changes) &&
      !named.isGuarded(after, actor)
    )
  }
  const sound = [...own, ...shifted].filter(
    ({ changes }) =>
      passes(changes) &&
      changes.every((dropped) => !passes(changes.filter((change) => change !== dropped))),
  )
  // Where a guard stays whatever is changed, it says so by itself.
  return sound.length > 0 ? sound : own
}

/** Every smallest set of changes that would allow what is asked: the fewest first, and the least of those. */
export const plansFor = (judge: Judge, world: World, inquiry: Inquiry): readonly Plan[] => {
  const { named } = inquiry
  const plans = named
    ? plansForNamed(judge, world, inquiry, named)
    : plansByRules(judge, world, inquiry)
  const least = leastOfEach(world, plans)
  if (least.length < 2) return least
  return least.toSorted(
    (one, other) =>
      one.changes.length - other.changes.length || reachOf(world, one) - reachOf(world, other),
  )
}
