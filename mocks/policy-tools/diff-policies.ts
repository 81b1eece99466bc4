import type { OperationId } from '../../src/generated/operations.ts'
import type { Decision } from '../../src/index.ts'
import type { PolicyName } from '../../src/generated/policies.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { type Configuration, configure } from '../mock/configure.ts'
import { isAbout } from '../policy/index.ts'
import { isOperation } from '../policy/world/operations.ts'
import type { Resources } from '../policy/world/resources.ts'
import type { Outcome } from '../policy/language/outcome.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'
import { type Stage, stageOf } from './stage.ts'
import { type NamedResource, resourcesIn } from './resources.ts'

/** What somebody may do more, or no longer, under the second of two policies. */
export interface PolicyChange {
  readonly change: 'gains' | 'loses'
  /** The user's e-mail address. */
  readonly user: string
  /** An operation, or an action of the policy's rules. */
  readonly action: string
  /** What it is done to; missing where the answer is the same for everything. */
  readonly resource?: { readonly type: string; readonly id: string }
  /** `yes`, `no`, or `depends` on the call's arguments. */
  readonly before: Decision['outcome']
  readonly after: Decision['outcome']
}

/** The sections that say what a state forbids and what else happens, whoever calls. */
const untold = ['guards', 'invariants', 'effects'] as const

/** How two policies differ for the users and resources of a scenario. */
export interface PolicyDiff {
  /** Who gains and loses what, in order of users, actions and resources. */
  readonly changes: readonly PolicyChange[]
  /** Sections that differ too. What they forbid, they forbid everyone: it is nobody's gain or loss. */
  readonly sections: readonly ('guards' | 'invariants' | 'effects')[]
}

/**
 * Compares two policies: asks both for every user, action and resource of a scenario.
 *
 * @param before - A policy of the package by its name, or your own.
 * @param after - What it is compared with.
 * @param scenario - The users and resources, by name or your own. Default: the usual one of `before`.
 * @throws {@link ConfigurationError} where a policy or scenario is not known, or where `after` lacks a
 * role that the scenario names.
 * @example
 * const stricter = { ...adaptive, rules: { ...adaptive.rules, 'teams.create': adaptive.rules['roles.create'] } }
 * for (const { user, change, action } of diffPolicies(adaptive, stricter).changes) {
 *   console.log(user, change, action)
 * }
 */
export function diffPolicies(
  before: PolicyName | Policy,
  after: PolicyName | Policy,
  scenario?: string | Scenario,
): PolicyDiff {
  if (before === undefined || after === undefined) {
    throw new ConfigurationError('diffPolicies compares two policies: give before and after.')
  }
  const started = configure({ policy: before, ...(scenario !== undefined && { scenario }) })
  const sides: Sides = [
    sideOf(stageOf({ policy: started.policy, scenario: started.scenario })),
    otherSide(started, configure({ policy: after }).policy),
  ]
  const [a, b] = sides.map(({ stage }) => stage.compiled.policy)
  const emails = [...sides[0].stage.world.users()].map(({ email }) => email)
  const actions = actionsOf([a, b])
  return {
    changes: emails.flatMap((email) => actions.flatMap((action) => compare(sides, email, action))),
    sections: untold.filter((name) => JSON.stringify(a?.[name]) !== JSON.stringify(b?.[name])),
  }
}

/** One of the policies, with the scenario as it has it. */
interface Side {
  readonly stage: Stage
  readonly resources: ReadonlyMap<string, NamedResource>
}

type Sides = readonly [Side, Side]

const sideOf = (stage: Stage): Side => ({
  stage,
  resources: new Map(resourcesIn(stage.world).map((one) => [`${one.type} ${one.name}`, one])),
})

/** The same users and resources under the other policy, which must have the roles and kinds that they name. */
function otherSide({ policy: before, scenario }: Configuration, policy: Policy): Side {
  try {
    return sideOf(stageOf({ policy, scenario }))
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(
      `${before.name} and ${policy.name} are compared for the same users and resources, and ${policy.name} cannot have those of ${before.name}. ${error.message} Compare two versions of one policy, or give a scenario that fits both.`,
      { cause: error },
    )
  }
}

/** Everything that either policy can be asked: operations first, then what only rules speak of. */
function actionsOf(policies: readonly (Policy | undefined)[]): readonly string[] {
  const operations = policies.flatMap((policy) => Object.keys(policy?.changes ?? {}))
  const rules = policies.flatMap((policy) => Object.keys(policy?.rules ?? {}))
  return [...new Set([...operations, ...rules])]
}

const rank: Record<Outcome, number> = { no: 0, depends: 1, yes: 2 }

const isSettled = (outcome: Outcome): boolean => outcome !== 'depends'

function ask(
  { stage: { compiled, world } }: Side,
  email: string,
  action: string,
  resources: Resources,
) {
  const user = world.user(email)
  return user ? compiled.outcome(world, { actor: user, action, resources }) : 'no'
}

/** A yes or no without a resource holds of all that the user sees: each is asked only where that leaves a doubt. */
function compare(sides: Sides, email: string, action: string): readonly PolicyChange[] {
  const [a, b] = sides
  const before = ask(a, email, action, {})
  const after = ask(b, email, action, {})
  const whole = changeOf(email, action, before, after)
  if (isSettled(before) && isSettled(after)) {
    if (whole) return [whole]
    if (before === 'no' || !isOperation(action)) return []
  }
  const found = isOperation(action)
    ? ofOperation(sides, email, action)
    : ofRule(sides, email, action)
  return found.length > 0 || !whole ? found : [whole]
}

interface Pair {
  readonly one: NamedResource
  readonly before: Outcome
  readonly after: Outcome
}

function onResources(
  [a, b]: Sides,
  email: string,
  action: string,
  isAsked: (resource: NamedResource) => boolean,
): readonly Pair[] {
  return [...a.resources].flatMap(([label, one]) => {
    const other = b.resources.get(label)
    if (!other || !isAsked(one)) return []
    const before = ask(a, email, action, one.resource.resources)
    const after = ask(b, email, action, other.resource.resources)
    return before === after ? [] : [{ one, before, after }]
  })
}

function ofOperation(sides: Sides, email: string, action: OperationId): readonly PolicyChange[] {
  const pairs = onResources(sides, email, action, ({ type }) => isAbout(action, type))
  return pairs.flatMap((pair) => changeOn(email, action, pair))
}

/** What a rule says of a project, it says of everything in it: that is told once. */
function ofRule(sides: Sides, email: string, action: string): readonly PolicyChange[] {
  const pairs = onResources(sides, email, action, () => true).filter(
    // A rule that leaves the resource open says nothing of it.
    ({ before, after }) => isSettled(before) && isSettled(after),
  )
  const told = new Set(
    pairs.flatMap(({ one, after }) => (one.type === 'project' ? [`${one.name} ${after}`] : [])),
  )
  return pairs
    .filter(({ one: { type, resource }, after }) => {
      const { project } = resource.resources
      return (
        type === 'project' || typeof project !== 'object' || !told.has(`${project.key} ${after}`)
      )
    })
    .flatMap((pair) => changeOn(email, action, pair))
}

const changeOn = (email: string, action: string, { one, before, after }: Pair) =>
  changeOf(email, action, before, after, { type: one.type, id: one.name }) ?? []

function changeOf(
  user: string,
  action: string,
  before: Outcome,
  after: Outcome,
  resource?: PolicyChange['resource'],
): PolicyChange | undefined {
  if (before === after) return undefined
  const change = rank[after] > rank[before] ? 'gains' : 'loses'
  return { change, user, action, ...(resource && { resource }), before, after }
}
