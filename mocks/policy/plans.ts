import { type Demand, type Demands, evaluateDemand, type Judge } from './decide.ts'
import { measure, violated } from './invariants.ts'
import { fits, type Need, type Option, optionsOf, slotKey, together } from './needs.ts'
import { type MembershipChange, overlay } from './overlay.ts'
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
  changes: readonly MembershipChange[]
  unmet: readonly Need[]
}

/** Roles from least to most: fewest permissions, then in order of creation. */
const rolesByReach = (world: World): readonly RoleRecord[] =>
  [...world.roles()]
    .filter(({ assignable, scope }) => assignable && scope === 'team')
    .toSorted((one, other) => one.permissions.length - other.permissions.length)

/** A role's change breaks no invariant and meets no guard. */
const keepsInvariants = ({ policy }: Judge, world: World, change: MembershipChange): boolean =>
  !violated(policy, measure(policy, world), measure(policy, overlay(world, [change])))

const planOf = (
  judge: Judge,
  world: World,
  roles: readonly RoleRecord[],
  option: Option,
): Plan | undefined => {
  const bySlot = Map.groupBy(option, slotKey)
  const changes: MembershipChange[] = []
  for (const needs of bySlot.values()) {
    const [first] = needs
    if (!first || needs.every(({ met }) => met)) continue
    const permissions = needs.flatMap((need) => need.permissions)
    const { user, team } = first.slot
    const change = roles
      .filter((role) => fits(role, permissions))
      .map((role) => ({ user, team: team.key, role: role.key }))
      .find((candidate) => keepsInvariants(judge, world, candidate))
    if (!change) return undefined
    changes.push(change)
  }
  return { changes, unmet: option.filter(({ met }) => !met) }
}

const allows = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  changes: readonly MembershipChange[],
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
    .map(({ user, team }) => `${user.id} ${team}`)
    .toSorted()
    .join()

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { role }) => sum + (world.role(role)?.permissions.length ?? 0), 0)

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
  const question = { policy: judge.policy, world, actor, things }
  return optionsOf(handedOut ? { ...question, handedOut } : question, rule.require)
}

/** Every smallest set of changes that would allow what is asked, smallest first. */
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
    (one, other) => one.changes.length - other.changes.length,
  )
}
