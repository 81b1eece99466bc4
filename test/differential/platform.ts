import type { Decision } from '../../src/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { demandsOfCall, evaluateDemand } from '../../mocks/policy/decide/decide.ts'
import { ruleToMeet } from '../../mocks/policy/language/rules.ts'
import type { Judge } from '../../mocks/policy/language/judge.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { compile, type Policy, resourceOf, type World } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import { worldIn } from '../conformance/world.ts'
import type { Answers, Named, Question } from './question.ts'

/** A question with all its references resolved. */
export interface Prepared {
  allowed(): boolean
  /** Whether the rules alone allow it, once the requirements of the call are known. */
  meetsRules(): boolean
  /** The decision with its reasons. */
  explain(): Decision
}

/**
 * The compiled policy's answer: visibility, rules and guards. Invariants, seats and roles that cannot be
 * assigned are left out, since they judge the next state.
 */
export function platform(policy: Policy, scenario: Scenario): Answers {
  const prepare = preparing(policy, scenario)
  return (question) => prepare(question).allowed()
}

/** The same in two steps: the first one resolves the references of the question. */
export function preparing(policy: Policy, scenario: Scenario): (question: Question) => Prepared {
  const compiled = compile(policy)
  const judge: Judge = { policy, hardened: false }
  const world = worldIn(policy, scenario)
  return ({ by, action, on, input }) => {
    const actor = world.user(by)
    const thing = resourceOf(world, on.type, idOf(world, on))
    if (actor === undefined || thing === undefined) {
      throw new Error(`The scenario has no ${actor ? `${on.type} ${on.name}` : by}.`)
    }
    if (!isOperation(action)) {
      const { resources } = thing
      const demand = { action, rule: ruleToMeet(policy, action), resources }
      return {
        meetsRules: () => evaluateDemand({ judge, world }, actor, demand) === 'yes',
        allowed: () => compiled.outcome(world, { actor, action, resources }) === 'yes',
        explain: () => compiled.explainAction(world, { actor, action, resources }),
      }
    }
    const call = compiled.bind(world, actor, action, argsOf(world, action, on, input))
    const isComplete = call.missing.length === 0 && call.unresolved.length === 0
    // Everyone who can sign in may learn who they are.
    const denial = action === 'users.me' ? undefined : compiled.membershipDenial(actor, action)
    const found = demandsOfCall({ judge, world }, call)
    const demands = 'demands' in found ? found.demands : []
    return {
      meetsRules: () =>
        demands.every((demand) => evaluateDemand({ judge, world }, actor, demand) === 'yes'),
      allowed: () =>
        isComplete &&
        denial === undefined &&
        compiled.sees(world, actor, call.resources) &&
        compiled.decide(world, call) === 'yes' &&
        compiled.guard(world, call) === undefined,
      explain: () => denial ?? compiled.explain(world, call),
    }
  }
}

function argsOf(
  world: World,
  operation: keyof typeof operations,
  on: Named,
  input: Question['input'],
): unknown[] {
  const path = operations[operation].parameters.map(() => idOf(world, on))
  return input ? [...path, input] : path
}

function idOf(world: World, { type, name }: Named): string {
  const there = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error(`The scenario has no ${type} ${name}.`)
    return found
  }
  switch (type) {
    case 'artifact':
      return there([...world.artifacts()].find((one) => one.name === name)).id
    case 'token':
      return there([...world.tokens()].find((one) => one.name === name)).id
    case 'invitation':
      return there([...world.invitationsOf(name)].at(-1)).id
    default:
      return name
  }
}
