import { type Demand, type Demands, evaluateDemand } from './decide.ts'
import type { Judge } from './judge.ts'
import { measure, violated } from './invariants.ts'
import { type Need, type Option, optionsOf, together } from './needs.ts'
import { overlay, type SlotChange } from './overlay.ts'
import { inOrganization, inTeam, isHeldIn, type RolePlace } from './role-place.ts'
import { type Slot, slotKey } from './slot.ts'
import type { RoleRecord, UserRecord, World } from './world.ts'

/** A question whose demands can be asked anew in a world that has changed. */
export interface Inquiry {
  actor: UserRecord
  /** Who is told: `You` in the texts. */
  asker: UserRecord
  demandsIn(world: World, actor: UserRecord): Demands
}

/** A set of changes that would allow the call, with the needs that they meet. */
export interface Plan {
  changes: readonly SlotChange[]
  unmet: readonly Need[]
}

/** Roles from least to most: fewest permissions, then in order of creation. */
const rolesByReach = (world: World): readonly RoleRecord[] =>
  [...world.roles()]
    .filter(({ assignable }) => assignable)
    .toSorted((one, other) => one.permissions.length - other.permissions.length)

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
      return undefined
  }
}

const belongsIn = (slot: Slot, role: RoleRecord): boolean => {
  const place = placeOf(slot)
  return place !== undefined && isHeldIn(role, place)
}

const keepsInvariants = ({ policy }: Judge, world: World, change: SlotChange): boolean =>
  !violated(measure(policy, world), measure(policy, overlay(world, [change])), policy)

/** The least that would meet all that is needed of one slot; undefined where nothing would. */
const changeFor = (
  judge: Judge,
  world: World,
  roles: readonly RoleRecord[],
  slot: Slot,
  needs: readonly Need[],
): SlotChange | undefined => {
  const tests = needs.flatMap(({ fits }) => fits ?? [])
  if (tests.length === 0) return { slot }
  return roles
    .filter((role) => belongsIn(slot, role) && tests.every((fits) => fits(role)))
    .map(({ key }) => ({ slot, role: key }))
    .find((candidate) => keepsInvariants(judge, world, candidate))
}

const planOf = (
  judge: Judge,
  world: World,
  roles: readonly RoleRecord[],
  option: Option,
): Plan | undefined => {
  const changes: SlotChange[] = []
  for (const needs of Map.groupBy(option, ({ slot }) => slotKey(slot)).values()) {
    const [first] = needs
    if (!first || needs.every(({ met }) => met)) continue
    const change = changeFor(judge, world, roles, first.slot, needs)
    if (!change) return undefined
    changes.push(change)
  }
  return { changes, unmet: option.filter(({ met }) => !met) }
}

const allows = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  changes: readonly SlotChange[],
): boolean => {
  const after = overlay(world, changes)
  const actor = after.user(inquiry.actor.id)
  if (!actor) return false
  const found = inquiry.demandsIn(after, actor)
  if ('notOffered' in found) return false
  return found.demands.every((demand) => evaluateDemand(judge, after, actor, demand) === 'yes')
}

const isMinimal = (judge: Judge, world: World, inquiry: Inquiry, { changes }: Plan): boolean =>
  changes.every((dropped) => {
    const rest = changes.filter((change) => change !== dropped)
    return rest.length === 0 || !allows(judge, world, inquiry, rest)
  })

const slotsOf = ({ changes }: Plan): string =>
  changes
    .map(({ slot }) => slotKey(slot))
    .toSorted()
    .join()

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { slot, role }) => {
    const place = placeOf(slot)
    const given = role === undefined || !place ? undefined : world.role(role, place)
    return sum + (given?.permissions.length ?? 0)
  }, 0)

/** Of several plans that change the same memberships, the one that gives the least. */
const leastOfEach = (world: World, plans: readonly Plan[]): readonly Plan[] =>
  [...Map.groupBy(plans, slotsOf).values()].flatMap((rivals) =>
    rivals.toSorted((one, other) => reachOf(world, one) - reachOf(world, other)).slice(0, 1),
  )

const optionsOfDemand = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { rule, things, handedOut }: Demand,
): readonly Option[] => {
  const question = { judge, world, actor, things }
  return optionsOf(handedOut ? { ...question, handedOut } : question, rule.require)
}

/** Every smallest set of changes that would allow what is asked: the fewest first, and the least of those. */
export const plansFor = (judge: Judge, world: World, inquiry: Inquiry): readonly Plan[] => {
  const { actor } = inquiry
  const found = inquiry.demandsIn(world, actor)
  if ('notOffered' in found) return []
  const roles = rolesByReach(world)
  const options = together(
    found.demands.map((demand) => optionsOfDemand(judge, world, actor, demand)),
  )
  const plans = options
    .flatMap((option) => planOf(judge, world, roles, option) ?? [])
    .filter(({ changes }) => changes.length > 0)
  const sound = plans
    .filter((plan) => allows(judge, world, inquiry, plan.changes))
    .filter((plan) => isMinimal(judge, world, inquiry, plan))
  return leastOfEach(world, sound).toSorted(
    (one, other) =>
      one.changes.length - other.changes.length || reachOf(world, one) - reachOf(world, other),
  )
}
