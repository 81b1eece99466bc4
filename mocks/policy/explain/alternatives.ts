import type { Alternative } from '../../../src/index.ts'
import type { AssignmentChange, RemedyCall, Telling } from '../assignments/assignment.ts'
import { remedyCalls } from '../assignments/calls.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Option, Prerequisite } from '../assignments/prerequisite.ts'
import type { Candidate, Plan } from '../remedies/plan.ts'
import { plansFor } from '../remedies/remedies.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import { describeGains } from './gains.ts'
import { firstHelpers, isRunnable, isRunnableBy } from './helpers.ts'
import { describeMissing } from './missing.ts'

/** A call of a remedy, and the world after the calls before it. */
interface Step {
  readonly context: PolicyContext
  readonly call: RemedyCall
}

/** The call as data. Getters tell who may run it, since finding that takes long. */
const callAsData = (
  { context, call }: Step,
  { user }: Told['reader'],
): Alternative['calls'][number] => {
  const { operation, args } = call
  return {
    operation,
    args,
    get by() {
      return [...firstHelpers(context, call)]
    },
    get selfService() {
      return isRunnableBy(context, call, user)
    },
  }
}

/**
 * The calls that make the changes, each in the world after the one before; undefined if nobody may run
 * one, as far as the reader may learn.
 */
const stepsOf = (
  { judge, world }: PolicyContext,
  reader: Told['reader'],
  changes: readonly AssignmentChange[],
): readonly Step[] | undefined => {
  const steps: Step[] = []
  let before: PolicyContext = { judge, world }
  for (const call of remedyCalls(world, changes)) {
    if (!isRunnable(before, call, reader)) return undefined
    steps.push({ context: before, call })
    before = { judge, world: overlay(before.world, call.changes) }
  }
  return steps
}

/** For whom alternatives are told, and how. */
type Told = Pick<Telling, 'reader' | 'isOneOfSeveral'>

const missingOf = (
  { judge, world }: PolicyContext,
  told: Told,
  unmet: readonly Prerequisite[],
): Alternative['missing'] =>
  [...Map.groupBy(unmet, ({ assignment }) => assignment.key).values()].map((ofOne) =>
    describeMissing({ policy: judge.policy, world, ...told }, ofOne),
  )

/** What a decision tells of a plan. Getters work out once what takes long. */
const alternativeOf = (
  context: PolicyContext,
  told: Told,
  plan: Plan,
  steps: readonly Step[],
): Alternative => ({
  missing: missingOf(context, told, plan.unmet),
  calls: steps.map((step) => callAsData(step, told.reader)),
  get selfService() {
    return this.calls.every((call) => call.selfService)
  },
  get gives() {
    return describeGains(context, told.reader, plan)
  },
})

/** The most alternatives in a decision, and the most changes in an alternative. */
const most = 10

const assignmentsIn = ({ changes }: Plan): string =>
  changes
    .map(({ assignment }) => assignment.key)
    .toSorted()
    .join()

/** Plans as a decision lists them. */
export interface ListedPlans {
  /** The sound plans that somebody may carry out, smallest first. */
  alternatives: Alternative[]
  /** The number of further plans, which were not tried. */
  more: number
  /** The unmet prerequisites of each sound plan, whether or not anybody may carry it out. */
  unmet: readonly Option[]
}

/** Lists plans for a decision. Of plans that change the same assignments, only the least is listed. */
export const alternativesOf = (
  context: PolicyContext,
  told: Told,
  candidates: readonly Candidate[],
): ListedPlans => {
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
    const steps = stepsOf(context, told.reader, plan.changes)
    if (steps) alternatives.push(alternativeOf(context, told, plan, steps))
  }
  const tried = sound.size === 0 ? [...beyond.values()].slice(0, 1) : [...sound.values()]
  return { alternatives, more: beyond.size, unmet: tried.map(({ unmet }) => unmet) }
}

/** Finds what would allow the question. */
export const remediesFor = (
  context: PolicyContext,
  assessment: Assessment,
  isOneOfSeveral: boolean,
): ListedPlans => {
  const { judge, world } = context
  const { reader, remedyWorld = world } = assessment
  const told = { reader, isOneOfSeveral }
  const remedyContext = { judge, world: remedyWorld }
  const plans = plansFor(context, assessment)
  const listed = alternativesOf(remedyContext, told, plans)
  const { handsOutUnseen, ...seen } = assessment
  // Report what is missing for the visible part, even if the hidden part needs more.
  if (!handsOutUnseen || plans.length > 0) return listed
  const { unmet } = alternativesOf(remedyContext, told, plansFor(context, seen))
  return { ...listed, unmet }
}
