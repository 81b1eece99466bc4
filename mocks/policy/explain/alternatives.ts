import type { Alternative } from '../../../src/index.ts'
import { bind } from '../decide/bind.ts'
import { decide } from '../decide/decide.ts'
import { describeMissing } from './missing.ts'
import { guardOfCall } from '../decide/guards.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { keptByState } from '../world/kept.ts'
import { Trie } from '../../shared/memo.ts'
import type { AssignmentChange, RemedyCall } from '../assignments/assignment.ts'
import { remedyCalls } from '../assignments/calls.ts'
import { overlay } from '../assignments/overlay.ts'
import { lackingOf, type Prerequisite } from '../assignments/prerequisite.ts'
import type { Candidate, Plan } from '../remedies/plan.ts'
import { plansFor } from '../remedies/remedies.ts'
import type { Reader } from '../world/reader.ts'
import { answersInvitation, isActiveMember } from '../world/membership.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** Everybody who could make the call; whoever accepts an invitation may be no user yet. */
function* helpersIn(world: World, { caller }: RemedyCall): Iterable<UserRecord> {
  if (caller && !world.user(caller.id)) yield caller
  yield* world.users()
}

/** The first users, in list order, who may make the call. */
const whoMayRun = (judge: Judge, world: World, remedy: RemedyCall, most: number): string[] => {
  const { operation, args } = remedy
  const able: string[] = []
  for (const user of helpersIn(world, remedy)) {
    if (!isActiveMember(user) && (user.paused || !answersInvitation(world, user, operation, args)))
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
  const made = changes.flatMap(({ assignment, role }) => [assignment.key, role])
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
  changes: readonly AssignmentChange[],
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
  unmet: readonly Prerequisite[],
): Alternative['missing'] =>
  [...Map.groupBy(unmet, ({ assignment }) => assignment.key).values()].map((ofOne) =>
    describeMissing({ policy: judge.policy, world, asker: user }, ofOne),
  )

/** The most alternatives that a decision tells, and the most changes that one of them makes. */
const most = 10

const assignmentsIn = ({ changes }: Plan): string =>
  changes
    .map(({ assignment }) => assignment.key)
    .toSorted()
    .join()

/** What a decision tells of the plans. */
export interface Told {
  /** Each smallest set of changes, smallest first, with who may make them. */
  alternatives: Alternative[]
  /** How many plans there are beyond what is told. They were not tried out. */
  more: number
  /** What is lacking, by the plans that would do, whether or not anybody can carry them out. */
  unmet: readonly Prerequisite[]
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
    const assignments = assignmentsIn(plan)
    if (sound.has(assignments)) continue
    if (alternatives.length === most || plan.changes.length > most) {
      beyond.set(assignments, plan)
      continue
    }
    if (!plan.isSound()) continue
    sound.set(assignments, plan)
    const calls = callsOf(judge, world, plan.changes)
    if (calls) alternatives.push({ missing: missingOf(judge, world, reader, plan.unmet), calls })
  }
  const tried = sound.size === 0 ? [...beyond.values()].slice(0, 1) : [...sound.values()]
  return { alternatives, more: beyond.size, unmet: tried.flatMap(({ unmet }) => unmet) }
}

/** What would allow something that is denied. */
export interface Remedies extends Omit<Told, 'unmet'> {
  /** What there is instead of what the first of them supplies, in words. */
  have?: string
}

/** Looks for what would allow what is asked. Changes that nobody can make are left out. */
export const remediesFor = (judge: Judge, world: World, assessment: Assessment): Remedies => {
  const { actor, reader, whole = world } = assessment
  const plans = plansFor(judge, world, assessment)
  const { unmet: supplied, ...told } = alternativesOf(judge, whole, reader, plans)
  const { handsOutUnseen, ...seen } = assessment
  // What is lacking for what is seen is told, though it may not be all.
  const unmet =
    handsOutUnseen && plans.length === 0
      ? alternativesOf(judge, whole, reader, plansFor(judge, world, seen)).unmet
      : supplied
  // What the actor lacks comes first, whatever would also do.
  const first = unmet.find(({ assignment: { user } }) => user?.id === actor.id) ?? unmet[0]
  const telling = { policy: judge.policy, world, asker: reader.user }
  const have = first?.assignment.haveText(telling, lackingOf([first]))
  return { ...told, ...(have !== undefined && { have }) }
}
