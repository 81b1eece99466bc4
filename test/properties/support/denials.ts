import { isDeepStrictEqual } from 'node:util'
import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../../mocks/policy/world/operations.ts'
import { leftOpen } from '../../../mocks/policy/explain/requirement.ts'
import {
  type RoleRecord,
  type Resources,
  resourceOf,
  type UserRecord,
} from '../../../mocks/policy/index.ts'
import type { NamedType } from '../../../mocks/policy/world/resources.ts'
import type { AccessResource, Alternative, Decision } from '../../../src/index.ts'
import { evaluate } from './access.ts'
import { callsOn } from './calls.ts'
import { type Lapse, lapse, lapsesOn, personOf } from './ended-memberships.ts'
import { mayMake } from './people.ts'
import { type Sent, sentOf, succeeded } from './send.ts'
import type { Stage } from './stage.ts'
import { thingsOn } from './resources.ts'
import { become, type World, worldsOn } from './worlds.ts'

/** A denied call or action. */
export interface Denied {
  by: string
  decision: Decision
  /** Its resource; undefined for an unknown or hidden one, about which nothing is revealed. */
  resources: Resources | undefined
  /** Whether the policy now allows it, and it names nothing more that is hidden; a conflict may still refuse it. */
  isPast(): boolean
  /** A named user who is hidden from the reader, as they might be as well: the denial is the same. */
  lookalikes(): readonly UserRecord[]
  /** Whether a remedy may show that it gives the role, if any, in the slot. */
  mayDisclose(role: RoleRecord | undefined, slot: string): boolean
}

/** Whether the reader may see the record, so a message may name it. */
const isSeen = (
  { compiled, world }: Stage,
  reader: UserRecord,
  type: NamedType,
  { id }: { readonly id: string },
): boolean => compiled.mayDisclose(world, reader, { about: [{ type, id }] })

/** Whether all references of the call are visible; teams and roles are known by their names in it. */
const seesAll = (stage: Stage, reader: UserRecord, resources: Resources): boolean => {
  const { user, project, destination, member, artifact, invitation } = resources
  const named = { user, project, member, artifact, invitation } as const
  const isHidden = (type: keyof typeof named): boolean => {
    const thing = named[type]
    return typeof thing === 'object' && !isSeen(stage, reader, type, thing)
  }
  const goesOutOfSight =
    typeof destination === 'object' && !isSeen(stage, reader, 'project', destination)
  return (
    !goesOutOfSight &&
    !(['user', 'project', 'member', 'artifact', 'invitation'] as const).some(isHidden)
  )
}

/**
 * Roles and teams that a remedy may name to the reader: for a rule about any team, those that they know.
 */
const telling =
  (stage: Stage, reader: UserRecord, { text }: Decision): Denied['mayDisclose'] =>
  (role, slot) => {
    if (role && !role.builtIn && !isSeen(stage, reader, 'role', role)) return false
    const key = /^team \S+ (\S+)$/.exec(slot)?.[1]
    const team = key === undefined ? undefined : stage.world.team(key)
    if (!team || !text.includes(`any ${stage.policy.nouns.team}`)) return true
    return (
      Object.hasOwn(reader.teams, team.key) ||
      stage.policy.teams.some((one) => one.key === team.key) ||
      isSeen(stage, reader, 'team', team)
    )
  }

/** A world, and attempts in it; the first that is denied is the case, and there is nearly always one. */
export interface Tried {
  world: World
  /** Changes of a user's membership since. */
  lapses?: readonly Lapse[]
  tries: readonly Try[]
}

interface TriedCall {
  by: string
  call: Sent
}

/** A question about an action of the rules, whichever call asks it. */
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
  // A remedy may end the very entry in question.
  const thing = thingsOn(stage).filter(({ type }) => type !== 'member')
  const tried = fc.record({ by, action: fc.constantFrom(...actions), thing })
  return fc.record({ world: worldsOn(stage), tries: sixOf(tried) })
}

/** A user without an active membership, and their attempts. */
const lapsedTried = (stage: Stage): Arbitrary<Tried> =>
  fc
    .tuple(lapsesOn(stage), fc.oneof(callsTried(stage), actionsTried(stage)))
    .map(([lapses, { world, tries }]) => {
      const by = lapses[0]?.person ?? ''
      return { world, lapses, tries: tries.map((one) => ({ ...one, by })) }
    })

/** Attempts that may be denied: a call, or a question about an action. */
export const denials = [
  { what: 'a call', triesOn: callsTried },
  { what: 'an action of the rules', triesOn: actionsTried },
  { what: 'what somebody tries who is no active member', triesOn: lapsedTried },
] as const

const isBeyondPolicy = (status: number): boolean => status !== 403 && status !== 404

/** The user in no team, and in every team. */
const variantsOf = ({ world, store }: Stage, user: UserRecord): readonly UserRecord[] => {
  const role = [...store.tables.roles].find(({ scope }) => scope === 'team')?.key
  const joined = role === undefined ? [] : [...world.teams()].map(({ key }) => [key, role] as const)
  return [
    { ...user, teams: {} },
    { ...user, teams: { ...Object.fromEntries(joined), ...user.teams } },
  ]
}

/** The other states of a hidden user in which the reader is told the same. */
const lookalikesOf = (
  stage: Stage,
  tried: TriedCall,
  { decision }: Pick<Denied, 'decision'>,
  { user }: Resources,
): readonly UserRecord[] => {
  const reader = personOf(stage, tried.by)
  if (typeof user !== 'object' || !reader || isSeen(stage, reader, 'user', user)) return []
  return variantsOf(stage, user).filter((other) =>
    stage.trial(() => {
      stage.store.tables.users.put(other)
      return isDeepStrictEqual(deniedCall(stage, tried)?.decision, decision)
    }),
  )
}

const deniedCall = (stage: Stage, tried: TriedCall): Denied | undefined => {
  const { by, call } = tried
  const { status, json } = stage.trial(() => stage.send(by, call))
  const { decision, code } = json
  if (status !== 403 || !decision || code === 'operation_not_offered') return undefined
  const { compiled } = stage
  const actor = personOf(stage, by)
  const bound = actor && compiled.bind(stage.world, actor, call.operation, call.args)
  if (!bound) return undefined
  const isKnown = bound.unresolved.length === 0 && seesAll(stage, actor, bound.resources)
  const unresolved = new Set(bound.unresolved.map(({ pointer }) => pointer))
  return {
    by,
    decision,
    resources: isKnown ? bound.resources : undefined,
    isPast() {
      const now = personOf(stage, by)
      if (now === undefined || !mayMake(stage, now, call)) return false
      // Who no longer sees what the call names is refused for that, and no longer by the policy.
      const { unresolved: still } = compiled.bind(stage.world, now, call.operation, call.args)
      if (!still.every(({ pointer }) => unresolved.has(pointer))) return false
      return isBeyondPolicy(stage.send(by, call).status)
    },
    lookalikes: () => lookalikesOf(stage, tried, { decision }, bound.resources),
    mayDisclose: telling(stage, actor, decision),
  }
}

const deniedAction = (stage: Stage, { by, action, thing }: TriedAction): Denied | undefined => {
  const { policy, world } = stage
  const actor = personOf(stage, by)
  const resources = resourceOf(world, thing.type, thing.id)?.resources
  const rule = policy.rules[action]
  // A paused user asks nothing; a question without a resource claims nothing.
  if (!actor || actor.paused || !resources || !rule) return undefined
  if (leftOpen(policy, rule.require, resources) !== undefined) return undefined
  const subject = { type: 'user', id: 'me' } as const
  const question = { subject, action: { name: action }, resource: thing }
  const explained = { ...question, context: { rolecall: { explain: true } } }
  const isPast = (): boolean => {
    const { decision, context } = evaluate(stage, by, explained)
    return decision || (context?.status !== undefined && isBeyondPolicy(context.status))
  }
  const { context } = evaluate(stage, by, explained)
  const isDenied = context?.code === 'permission_denied' || context?.code === 'not_a_member'
  if (context?.outcome !== 'no' || !isDenied) return undefined
  const isKnown = seesAll(stage, actor, resources)
  return {
    by,
    decision: context,
    resources: isKnown ? resources : undefined,
    isPast,
    // The resource of an action is seen, or else nothing is told of it.
    lookalikes: () => [],
    mayDisclose: telling(stage, actor, context),
  }
}

/** Runs the law on the first denial, in its world. */
export function onDenial(
  stage: Stage,
  { world, lapses = [], tries }: Tried,
  law: (denied: Denied) => void,
): void {
  stage.trial(() => {
    become(stage, world)
    for (const one of lapses) lapse(stage, one)
    for (const one of tries) {
      const denied = 'call' in one ? deniedCall(stage, one) : deniedAction(stage, one)
      if (!denied) continue
      law(denied)
      return
    }
  })
}

/** Runs the calls, each as the first user who may. Returns whether all succeed. */
export const runAll = (stage: Stage, calls: Alternative['calls']): boolean =>
  calls.every((remedy) => succeeded(stage.send(remedy.by[0] ?? '', sentOf(remedy))))
