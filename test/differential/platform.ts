import { operations } from '../../src/generated/operations.ts'
import { isOperation } from '../../mocks/policy/actions.ts'
import { compile, type Policy, thingOf, type World } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/scenario/scenario.ts'
import { worldIn } from '../conformance/world.ts'
import type { Answers, Named, Question } from './question.ts'

/**
 * What the compiled policy answers: visibility, rules and guards. Invariants, seats and roles that can't
 * be assigned are not asked, since they judge what a call would lead to.
 */
export function platform(policy: Policy, scenario: Scenario): Answers {
  const compiled = compile(policy)
  const world = worldIn(policy, scenario)
  return ({ by, action, on, input }) => {
    const actor = world.user(by)
    const thing = thingOf(world, on.type, idOf(world, on))
    if (actor === undefined || thing === undefined) {
      throw new Error(`The scenario has no ${actor ? `${on.type} ${on.name}` : by}.`)
    }
    if (!isOperation(action)) return compiled.outcome(world, actor, action, thing.things) === 'yes'
    // Whoever can sign in may learn who they are.
    if (action !== 'users.me' && compiled.standing(world, actor, action)) return false
    const call = compiled.bind(world, actor, action, argsOf(world, action, on, input))
    return (
      call.missing.length === 0 &&
      compiled.sees(world, actor, call.things) &&
      compiled.decide(world, call) === 'yes' &&
      call.unknown.length === 0 &&
      compiled.guard(world, call) === undefined
    )
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
