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
import { explainStanding } from './explain/standing.ts'
import { finds, type Named } from './decide/finding.ts'
import { guardOfCall, guardOfCaller } from './decide/guards.ts'
import { refusalTo } from './sight/refusal.ts'
import { measure, violated } from './decide/invariants.ts'
import { isToldTo, type Spoken } from './world/reader.ts'
import { decideOpen } from './decide/open.ts'
import type { Outcome } from './language/outcome.ts'
import type { Policy } from './language/policy.ts'
import type { Asked } from './call/asked.ts'
import { readerOf } from './sight/readers.ts'
import { standingAllows } from './world/standing.ts'
import { standing } from './explain/no-standing.ts'
import { mayHide, sees } from './evaluate/evaluate.ts'
import type { World } from './world/world.ts'
import type { UserRecord } from './language/records.ts'

/** A policy ready to be asked. Everything is a pure function of the world that it is given. */
export interface CompiledPolicy {
  readonly policy: Policy
  /** Whether the platform has the operation at all. */
  offers(operation: OperationId): boolean
  /** Looks up everything that a call refers to. */
  bind(world: World, actor: UserRecord, operation: OperationId, args: readonly unknown[]): Call
  /** The same for a question that leaves the arguments open. */
  open(actor: UserRecord, operation: OperationId, resources: Resources): Call
  /** Whether the actor sees that the resources exist. */
  sees(world: World, actor: UserRecord, resources: Resources): boolean
  /** Whether one of the resources may be hidden from somebody. */
  mayHide(resources: Resources): boolean
  /** Why the actor may do nothing at all; undefined for an active member. */
  standing(actor: UserRecord, operation: string, asker?: UserRecord): Decision | undefined
  /** The same for a question that leaves the arguments open: undefined too where some of them need no membership. */
  openStanding(
    world: World,
    actor: UserRecord,
    action: string,
    resources: Resources,
    asker?: UserRecord,
  ): Decision | undefined
  /**
   * The same with what would make them one, and allow the call or the action. `refusal` says why an
   * active member's call would be refused that the rules allow.
   */
  explainStanding(
    world: World,
    asked: Asked,
    asker?: UserRecord,
    refusal?: () => string | undefined,
  ): Decision | undefined
  /** Whether the rules allow the call. */
  decide(world: World, call: Call): Outcome
  /**
   * The same with its reasons, and with what would allow it. `asker`, the actor by default, is `You` in
   * the texts. Who may run a remedy’s calls (`by`) is looked up when it is read, in the world as it then is.
   */
  explain(world: World, call: Call, asker?: UserRecord): Decision
  /** Whether the rules allow an action on resources; an operation's arguments are left open. */
  outcome(world: World, actor: UserRecord, action: string, resources: Resources): Outcome
  /** The decision on an action of the rules, such as `use_case:adapt`. */
  explainAction(
    world: World,
    actor: UserRecord,
    action: string,
    resources: Resources,
    asker?: UserRecord,
  ): Decision
  /** Keys of the body that the policy needs and the call leaves out. */
  requiredKeysMissing(call: Call): readonly string[]
  /** What the present state forbids, whoever asks; with that status alone, where one is given. */
  guard(world: World, call: Call, status?: Refusal['status']): Refusal | undefined
  /** What else the event does. `resources` are those that it made or changed. */
  effects(world: World, event: Call | SignUp, resources: Resources): readonly EffectChange[]
  /** Whether the user may be told of a refusal: whether they may see all that it speaks of. */
  mayBeTold(world: World, reader: UserRecord, refusal: Spoken): boolean
  /**
   * Whether the user finds the resource in lists; `isListed` where the list was asked for, and allowed,
   * already.
   */
  finds(world: World, user: UserRecord, resource: Named, isListed?: boolean): boolean
  /** Where each invariant stands. */
  measure(world: World): readonly number[]
  /** The invariant that is broken between two measures; the world is as it then is. */
  violated(world: World, before: readonly number[], after: readonly number[]): Refusal | undefined
  /** Every action that can be asked of a resource, with yes, no or depends. */
  allowedActions(world: World, actor: UserRecord, resource: Resource): readonly ActionOutcome[]
  matrix(world: World, personas: readonly UserRecord[], resource: Resource): readonly MatrixCell[]
}

export interface CompileOptions {
  /** Whether nobody may hand out a permission that they do not hold there. Default false. */
  hardened?: boolean
}

/** Prepares a policy for being asked. */
export const compile = (
  policy: Policy,
  { hardened = false }: CompileOptions = {},
): CompiledPolicy => {
  const judge: Judge = { policy, hardened }
  return {
    policy,
    offers: (operation) =>
      contract[operation].public === true || Object.hasOwn(policy.changes, operation),
    bind: (world, actor, operation, args) => bind(judge, world, actor, operation, args),
    open: openCall,
    sees: (world, actor, resources) => sees({ judge, world, actor, resources }),
    mayHide: (resources) => mayHide(judge, resources),
    standing: (actor, operation, asker = actor) => standing(judge, actor, operation, asker),
    openStanding: (world, actor, action, resources, asker = actor) =>
      standingAllows(world, actor, action, resources) === 'no'
        ? standing(judge, actor, action, asker)
        : undefined,
    explainStanding: (world, asked, asker, refusal) =>
      explainStanding(judge, world, asked, asker, refusal),
    decide: (world, call) => {
      const { actor, resources, operation } = call
      if (!call.open) return decide(judge, world, call)
      return guardOfCaller(policy, world, actor, operation)
        ? 'no'
        : decideOpen({ judge, world, actor, resources }, call)
    },
    explain: (world, call, asker) => explain(judge, world, call, asker),
    outcome: (world, actor, action, resources) =>
      outcomeOfAction(judge, world, actor, action, resources),
    explainAction: (world, actor, action, resources, asker) =>
      explainAction(judge, world, actor, action, resources, asker),
    requiredKeysMissing: (call) => requiredKeysMissing(policy, call),
    guard: (world, call, status) => {
      const objection = guardOfCall(policy, world, call, status)
      return objection && refusalTo(readerOf(judge, world, call.actor), objection, call.args)
    },
    effects: (world, event, resources) => effectsOf(policy, world, event, resources),
    mayBeTold: (world, reader, refusal) => isToldTo(readerOf(judge, world, reader), refusal),
    finds: (world, user, resource, isListed) => finds(judge, world, user, resource, isListed),
    measure: (world) => measure(policy, world),
    violated: (world, before, after) => violated(world, before, after, policy),
    allowedActions: (world, actor, resource) => allowedActions(judge, world, actor, resource),
    matrix: (world, personas, resource) => matrix(judge, world, personas, resource),
  }
}
