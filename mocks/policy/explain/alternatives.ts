import type { Decision } from '../../../src/index.ts'
import { bind } from '../decide/bind.ts'
import { decide } from '../decide/decide.ts'
import { describeHave } from './have.ts'
import { describeMissing } from './missing.ts'
import { guardOfCall } from '../decide/guards.ts'
import type { Inquiry } from '../sight/inquiry.ts'
import type { Judge } from '../language/judge.ts'
import { keptByState } from '../world/kept.ts'
import { Trie } from '../../shared/memo.ts'
import type { Lack } from '../slots/need.ts'
import { overlay, type SlotChange } from '../slots/overlay.ts'
import type { Candidate, Plan } from '../remedies/plan.ts'
import { plansFor } from '../remedies/remedies.ts'
import { type RemedyCall, remedyCalls } from '../slots/calls.ts'
import type { Reader } from '../world/reader.ts'
import { slotKey } from '../slots/slot.ts'
import { answersInvitation, hasStanding } from '../world/standing.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

type Alternative = Decision['alternatives'][number]

/** Everybody who could make the call; whoever accepts an invitation may be no user yet. */
function* helpersIn(world: World, { changes }: RemedyCall): Iterable<UserRecord> {
  for (const { slot } of changes) {
    if (slot.kind === 'entry_status' && !world.user(slot.user.id)) yield slot.user
  }
  yield* world.users()
}

/** The first users, in list order, who may make the call. */
const whoMayRun = (judge: Judge, world: World, remedy: RemedyCall, most: number): string[] => {
  const { operation, args } = remedy
  const able: string[] = []
  for (const user of helpersIn(world, remedy)) {
    if (!hasStanding(user) && (user.paused || !answersInvitation(world, user, operation, args)))
      continue
    const call = bind(judge, world, user, operation, args)
    if (decide(judge, world, call) !== 'yes' || guardOfCall(judge.policy, world, call)) continue
    able.push(user.email)
    if (able.length === most) break
  }
  return able
}

/** Who may make each remedy’s call, in one state: many denials have the same remedies. */
const helpers = keptByState(() => new Trie<{ any?: boolean; first?: readonly string[] }>())

const helpersFor = (judge: Judge, world: World, { operation, changes }: RemedyCall) => {
  const made = changes.flatMap(({ slot, role }) => [slotKey(slot), role])
  const place = helpers(world).at(judge).at(operation).along(made)
  place.value ??= {}
  return place.value
}

const isRunnable = (judge: Judge, world: World, call: RemedyCall): boolean => {
  const known = helpersFor(judge, world, call)
  known.any ??= whoMayRun(judge, world, call, 1).length > 0
  return known.any
}

/** The call as a decision tells it. Who may run it is looked up when it is read. */
const told = (judge: Judge, world: World, call: RemedyCall): Alternative['calls'][number] => {
  const { operation, args } = call
  return {
    operation,
    args,
    get by() {
      const known = helpersFor(judge, world, call)
      known.first ??= whoMayRun(judge, world, call, 3)
      return [...known.first]
    },
  }
}

/** The calls of a plan, each judged after the one before; undefined when nobody can run one. */
const callsOf = (
  judge: Judge,
  world: World,
  changes: readonly SlotChange[],
): Alternative['calls'] | undefined => {
  const calls: Alternative['calls'] = []
  let before = world
  for (const call of remedyCalls(world, changes)) {
    if (!isRunnable(judge, before, call)) return undefined
    calls.push(told(judge, before, call))
    before = overlay(before, call.changes)
  }
  return calls
}

const missingOf = (
  judge: Judge,
  world: World,
  { user }: Reader,
  unmet: readonly Lack[],
): Alternative['missing'] =>
  [...Map.groupBy(unmet, ({ slot }) => slotKey(slot)).values()].map((lacks) =>
    describeMissing(judge.policy, world, user, lacks),
  )

/** The most alternatives that a decision tells, and the most changes that one of them makes. */
const most = 10

const slotsOf = ({ changes }: Plan): string =>
  changes
    .map(({ slot }) => slotKey(slot))
    .toSorted()
    .join()

/** What a decision tells of the plans. */
export interface Told {
  /** Each smallest set of changes, smallest first, with who may make them. */
  alternatives: Alternative[]
  /** How many plans there are beyond what is told. They were not tried out. */
  more: number
  /** What is lacking, by the plans that would do, whether or not anybody can carry them out. */
  lacks: readonly Lack[]
}

/**
 * The plans as a decision tells them, the least of those that change the same memberships. Those that
 * nobody can carry out are left out.
 */
export const alternativesOf = (
  judge: Judge,
  world: World,
  reader: Reader,
  candidates: readonly Candidate[],
): Told => {
  const alternatives: Alternative[] = []
  const sound = new Map<string, Plan>()
  const beyond = new Map<string, Plan>()
  for (const plan of candidates) {
    const slots = slotsOf(plan)
    if (sound.has(slots)) continue
    if (alternatives.length === most || plan.changes.length > most) {
      beyond.set(slots, plan)
      continue
    }
    if (!plan.isSound()) continue
    sound.set(slots, plan)
    const calls = callsOf(judge, world, plan.changes)
    if (calls) alternatives.push({ missing: missingOf(judge, world, reader, plan.unmet), calls })
  }
  const tried = sound.size === 0 ? [...beyond.values()].slice(0, 1) : [...sound.values()]
  return { alternatives, more: beyond.size, lacks: tried.flatMap(({ unmet }) => unmet) }
}

/** What would allow something that is denied. */
export interface Remedies extends Omit<Told, 'lacks'> {
  /** What there is instead of what the first of them supplies, in words. */
  have?: string
}

/** Looks for what would allow what is asked. Changes that nobody can make are left out. */
export const remediesFor = (judge: Judge, world: World, inquiry: Inquiry): Remedies => {
  const { actor, reader, whole = world } = inquiry
  const plans = plansFor(judge, world, inquiry)
  const { lacks: supplied, ...told } = alternativesOf(judge, whole, reader, plans)
  const { handsOutUnseen, ...seen } = inquiry
  // What is lacking for what is seen is told, though it may not be all.
  const lacks =
    handsOutUnseen && plans.length === 0
      ? alternativesOf(judge, whole, reader, plansFor(judge, world, seen)).lacks
      : supplied
  // What the actor lacks comes first, whatever would also do.
  const lack = lacks.find(({ slot }) => 'user' in slot && slot.user.id === actor.id) ?? lacks[0]
  const have = lack && describeHave(judge.policy, world, reader.user, [lack])
  return { ...told, ...(have !== undefined && { have }) }
}
