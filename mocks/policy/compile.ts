import { contract } from '../generated/contract.ts'
import type { Decision } from '../../src/index.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import {
  type ActionOutcome,
  allowedActions,
  matrix,
  type MatrixCell,
  openCall,
  outcomeOfAction,
} from './decide/actions.ts'
import { bind } from './decide/bind.ts'
import { requiredKeysMissing } from './call/required-keys.ts'
import type { Call, Refusal } from './call/call.ts'
import type { Resource, Resources } from './world/resources.ts'
import { decide } from './decide/decide.ts'
import type { Judge } from './language/judge.ts'
import { type EffectChange, effectsOf, type SignUp } from './effects/effects.ts'
import { explain, explainAction } from './explain/explain.ts'
import { type Explaining, explainMembershipDenial } from './explain/membership.ts'
import { finds, type ResourceId } from './decide/finding.ts'
import { guardOfCall, guardOfCaller } from './decide/guards.ts'
import { refusalTo } from './sight/refusal.ts'
import { measure, violated } from './decide/invariants.ts'
import { mayDiscloseTo, type Mentioning } from './world/reader.ts'
import { decideOpen } from './decide/open.ts'
import { contextOfOpen } from './decide/open-verdict.ts'
import type { Outcome } from './language/outcome.ts'
import type { Policy } from './language/policy.ts'
import type { QuestionProperties } from './language/question-properties.ts'
import type { Question, ResourceQuestion } from './call/question.ts'
import { readerOf } from './sight/readers.ts'
import { type TracedRule, traceOf } from './explain/trace.ts'
import { type StandIn, standInFor } from './remedies/stand-in.ts'
import { membershipAllows } from './world/membership.ts'
import { membershipDenial } from './explain/decision.ts'
import { mayHide, sees } from './evaluate/evaluate.ts'
import { weigh, weighAction, type Weighing } from './decide/weigh.ts'
import type { World } from './world/world.ts'
import type { ProjectRecord, UserRecord } from './language/records.ts'
import { type Way, waysInto } from './paths/ways.ts'

/** A policy in force: decides, explains and lists. Every method is a pure function of its arguments. */
export interface CompiledPolicy {
  readonly policy: Policy
  /** Whether callers may hand out only permissions that they hold there. */
  readonly hardened: boolean
  /** Whether the platform offers the operation. */
  offers(operation: OperationId): boolean
  /** Looks up everything that a call refers to. */
  bind(world: World, actor: UserRecord, operation: OperationId, args: readonly unknown[]): Call
  /** A call whose arguments are open. */
  open(
    actor: UserRecord,
    operation: OperationId,
    resources: Resources,
    properties?: QuestionProperties,
  ): Call
  /** Whether the actor sees that the resources exist. */
  sees(world: World, actor: UserRecord, resources: Resources): boolean
  /** Whether somebody may be unable to see one of the resources. */
  mayHide(resources: Resources): boolean
  /** The denial of a caller without an active membership; undefined for an active member. */
  membershipDenial(actor: UserRecord, operation: string, asker?: UserRecord): Decision | undefined
  /** The same for a question with open arguments. Undefined too if some arguments need no membership. */
  openMembershipDenial(
    world: World,
    question: ResourceQuestion,
    asker?: UserRecord,
  ): Decision | undefined
  /** The same with remedies, which both give the membership and allow the call or the action. */
  explainMembershipDenial(
    world: World,
    question: Question,
    explaining?: Explaining,
  ): Decision | undefined
  /** Whether the rules allow the call. `depends` only if its arguments are open. */
  decide(world: World, call: Call): Outcome
  /**
   * The same with reasons and remedies. Texts address `asker`, by default the actor, as `You`. A
   * remedy's `by` is a getter: it finds who may run the call in the world at the time of reading.
   */
  explain(world: World, call: Call, asker?: UserRecord): Decision
  /** An imagined user who may run the call; undefined if nobody might. */
  standIn(world: World, operation: OperationId, args: readonly unknown[]): StandIn | undefined
  /** Whether the rules allow an action on resources. An operation's arguments are open. */
  outcome(world: World, question: ResourceQuestion): Outcome
  /** The decision on an action of the rules, such as `use_case:adapt`. */
  explainAction(world: World, question: ResourceQuestion, asker?: UserRecord): Decision
  /** Keys of the body that the policy requires and the call leaves out. */
  requiredKeysMissing(call: Call): readonly string[]
  /** Evaluates every rule that the call asks, and every leaf of these rules by itself. */
  weigh(world: World, call: Call): Weighing
  /** The same as a tree, with each part of each rule in words. */
  trace(world: World, call: Call): readonly TracedRule[]
  /** The same for an action of the rules, such as `use_case:adapt`. */
  weighAction(world: World, question: ResourceQuestion): Weighing
  /** The refusal of the first guard that holds; with `status`, of the first one with that status. */
  guard(world: World, call: Call, status?: Refusal['status']): Refusal | undefined
  /** The further changes that the event brings about. `resources` are those that it created or changed. */
  effects(world: World, event: Call | SignUp, resources: Resources): readonly EffectChange[]
  /** Whether the user may read the refusal: whether they see all that it mentions. */
  mayDisclose(world: World, reader: UserRecord, refusal: Mentioning): boolean
  /** The ways in which the person gets permissions on the project. */
  ways(world: World, person: UserRecord, project: ProjectRecord): readonly Way[]
  /** Whether the user finds the resource in lists. `isListed` says that the list itself is known to be allowed. */
  finds(world: World, user: UserRecord, resource: ResourceId, isListed?: boolean): boolean
  /** The count of each invariant. */
  measure(world: World): readonly number[]
  /** The refusal of the first invariant that is violated between two measures. `world` is the state after. */
  violated(world: World, before: readonly number[], after: readonly number[]): Refusal | undefined
  /** Every action on the resource, with its outcome. */
  allowedActions(
    world: World,
    actor: UserRecord,
    resource: Resource,
    properties?: QuestionProperties,
  ): readonly ActionOutcome[]
  matrix(world: World, personas: readonly UserRecord[], resource: Resource): readonly MatrixCell[]
}

export interface CompileOptions {
  /** Whether callers may hand out only permissions that they hold there, which prevents privilege escalation. Default false. */
  hardened?: boolean
}

/** Makes a policy ready to decide, explain and list. */
export const compile = (
  policy: Policy,
  { hardened = false }: CompileOptions = {},
): CompiledPolicy => {
  const judge: Judge = { policy, hardened }
  return {
    policy,
    hardened,
    offers: (operation) =>
      contract[operation].public === true || Object.hasOwn(policy.changes, operation),
    bind: (world, actor, operation, args) => bind({ judge, world }, { actor, operation, args }),
    open: openCall,
    sees: (world, actor, resources) => sees({ judge, world, actor, resources }),
    mayHide: (resources) => mayHide(judge, resources),
    membershipDenial: (actor, operation, asker = actor) =>
      membershipDenial(judge, actor, operation, asker),
    openMembershipDenial: (world, { actor, action, resources }, asker = actor) =>
      membershipAllows(world, actor, action, resources) === 'no'
        ? membershipDenial(judge, actor, action, asker)
        : undefined,
    explainMembershipDenial: (world, question, explaining) =>
      explainMembershipDenial({ judge, world }, question, explaining),
    decide: (world, call) => {
      const context = { judge, world }
      if (!call.open) return decide(context, call)
      if (guardOfCaller(context, call)) return 'no'
      return decideOpen(contextOfOpen(context, call), call)
    },
    explain: (world, call, asker) => explain({ judge, world }, call, asker),
    standIn: (world, operation, args) =>
      standInFor({ judge, world }, { operation, args: [...args] }),
    outcome: (world, question) => outcomeOfAction({ judge, world }, question),
    explainAction: (world, question, asker) => explainAction({ judge, world }, question, asker),
    requiredKeysMissing: (call) => requiredKeysMissing(policy, call),
    weigh: (world, call) => weigh({ judge, world }, call),
    trace: (world, call) => traceOf({ judge, world }, call),
    weighAction: (world, question) => weighAction({ judge, world }, question),
    guard: (world, call, status) => {
      const context = { judge, world }
      const objection = guardOfCall(context, call, status)
      return objection && refusalTo(readerOf(context, call.actor), objection, call.args)
    },
    effects: (world, event, resources) => effectsOf(policy, world, event, resources),
    mayDisclose: (world, reader, refusal) =>
      mayDiscloseTo(readerOf({ judge, world }, reader), refusal),
    ways: (world, person, project) => waysInto({ policy, world, person, project }),
    finds: (world, user, resource, isListed) => finds({ judge, world }, user, resource, isListed),
    measure: (world) => measure(policy, world),
    violated: (world, before, after) => violated({ judge, world }, before, after),
    allowedActions: (world, actor, resource, properties) =>
      allowedActions({ judge, world }, actor, resource, properties),
    matrix: (world, personas, resource) => matrix({ judge, world }, personas, resource),
  }
}
