import { remediesFor } from './alternatives.ts'
import type { Things } from './call.ts'
import type { Demand } from './decide.ts'
import type { Denial } from './denials.ts'
import { describe } from './describe.ts'
import type { Inquiry } from './inquiry.ts'
import type { Judge } from './judge.ts'
import type { World } from './world.ts'

const makeDenial = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  { rule, things }: Demand,
): Denial => {
  const { alternatives, have } = remediesFor(judge, world, inquiry)
  const need = `${describe(judge.policy, rule.require, things)}.`
  return { reason: have ? `${need} ${have}` : need, alternatives }
}

/** All that can be named, in the order in which it is told apart. */
const kinds = [
  'user',
  'team',
  'role',
  'project',
  'destination',
  'member',
  'artifact',
  'invitation',
  'token',
] as const satisfies (keyof Things)[]

/**
 * Why the demand is not met. It is worked out once for each state: a front end asks the same of
 * every row that it shows, and an action of the rules is asked by several operations.
 */
export const denialOf = (judge: Judge, world: World, inquiry: Inquiry, demand: Demand): Denial => {
  const { actor, asker, demands, signature } = inquiry
  // Which of the demands is not met follows from these.
  let place = judge.denials(world).at(actor).at(asker).at(signature)
  for (const { rule, things, handedOut } of demands) {
    place = place.at(rule).at(handedOut && [...handedOut].join())
    for (const kind of kinds) place = place.at(things[kind])
  }
  place.value ??= makeDenial(judge, world, inquiry, demand)
  return place.value
}
