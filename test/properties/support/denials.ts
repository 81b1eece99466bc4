import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../../mocks/policy/actions.ts'
import { leftOpen } from '../../../mocks/policy/left-open.ts'
import { type Things, thingOf } from '../../../mocks/policy/index.ts'
import type { AccessResource, Alternative, Decision } from '../../../src/index.ts'
import { evaluate } from './access.ts'
import { callsOn } from './calls.ts'
import { mayMake } from './people.ts'
import { type Sent, sentOf, succeeded } from './send.ts'
import type { Stage } from './stage.ts'
import { thingsOn } from './things.ts'
import { become, type World, worldsOn } from './worlds.ts'

/** Something that somebody is denied. */
export interface Denied {
  by: string
  decision: Decision
  /** What it is about; undefined where it names something unknown or hidden, of which nothing is told. */
  things: Things | undefined
  /** Whether it is allowed now. */
  isAllowed(): boolean
}

/** A world, and what is tried in it; the first that is denied is the case, and hardly ever is there none. */
export interface Tried {
  world: World
  tries: readonly Try[]
}

interface TriedCall {
  by: string
  call: Sent
}

/** A question about an action of the rules, whatever call asks it. */
interface TriedAction {
  by: string
  action: string
  thing: AccessResource
}

type Try = TriedCall | TriedAction

const sixOf = (tried: Arbitrary<Try>): Arbitrary<readonly Try[]> =>
  fc.array(tried, { minLength: 6, maxLength: 6 })

const callsTried = (stage: Stage): Arbitrary<Tried> => {
  const { any, by } = callsOn(stage)
  return fc.record({ world: worldsOn(stage), tries: sixOf(fc.record({ by, call: any })) })
}

const actionsTried = (stage: Stage): Arbitrary<Tried> => {
  const { by } = callsOn(stage)
  const actions = Object.keys(stage.policy.rules).filter((action) => !isOperation(action))
  // A remedy may end the very entry that was asked about.
  const thing = thingsOn(stage).filter(({ type }) => type !== 'member')
  const tried = fc.record({ by, action: fc.constantFrom(...actions), thing })
  return fc.record({ world: worldsOn(stage), tries: sixOf(tried) })
}

/** What may be denied: a call that is made, or an action that is asked about. */
export const denials = [
  { what: 'a call', triesOn: callsTried },
  { what: 'an action of the rules', triesOn: actionsTried },
] as const

const deniedCall = (stage: Stage, { by, call }: TriedCall): Denied | undefined => {
  const { status, json } = stage.trial(() => stage.send(by, call))
  const { decision, code } = json
  if (status !== 403 || !decision || code === 'operation_not_offered') return undefined
  const { compiled, world } = stage
  const actor = world.user(by)
  const bound = actor && compiled.bind(world, actor, call.operation, call.args)
  return {
    by,
    decision,
    things: bound?.unknown.length === 0 ? bound.things : undefined,
    isAllowed() {
      const now = world.user(by)
      return now !== undefined && mayMake(stage, now, call) && succeeded(stage.send(by, call))
    },
  }
}

const deniedAction = (stage: Stage, { by, action, thing }: TriedAction): Denied | undefined => {
  const { compiled, policy, world } = stage
  const actor = world.user(by)
  const things = thingOf(world, thing.type, thing.id)?.things
  const rule = policy.rules[action]
  // Who is no active member is told of that alone; where it is left open what is asked about, nothing
  // is claimed.
  if (!actor || !things || !rule || compiled.standing(world, actor, 'users.get')) return undefined
  if (leftOpen(policy, rule.require, things) !== undefined) return undefined
  const subject = { type: 'user', id: 'me' } as const
  const question = { subject, action: { name: action }, resource: thing }
  const isAllowed = (): boolean => evaluate(stage, by, question).decision
  const { context } = evaluate(stage, by, { ...question, context: { explain: true } })
  if (context?.outcome !== 'no' || context.code !== 'permission_denied') return undefined
  return { by, decision: context, things, isAllowed }
}

/** Runs the law on the first denial, in its world. */
export function onDenial(
  stage: Stage,
  { world, tries }: Tried,
  law: (denied: Denied) => void,
): void {
  stage.trial(() => {
    become(stage, world)
    for (const one of tries) {
      const denied = 'call' in one ? deniedCall(stage, one) : deniedAction(stage, one)
      if (!denied) continue
      law(denied)
      return
    }
  })
}

/** Runs the calls, each as the first who may. Whether all succeed. */
export const runAll = (stage: Stage, calls: Alternative['calls']): boolean =>
  calls.every((remedy) => succeeded(stage.send(remedy.by[0] ?? '', sentOf(remedy))))
