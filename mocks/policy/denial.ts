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

/** What is named, each after what it is named as. */
const named = (things: Things): readonly unknown[] => {
  const keys: unknown[] = []
  for (const kind of kinds) if (things[kind]) keys.push(kind, things[kind])
  return keys
}

/**
 * Why the demand is not met. It is worked out once for each state: a front end asks the same of
 * every row that it shows, and an action of the rules is asked by several operations.
 */
export const denialOf = (judge: Judge, world: World, inquiry: Inquiry, demand: Demand): Denial => {
  const { actor, asker, demands, demandsIn, signature } = inquiry
  // What is handed out is another set each time, and some inquiries depend on more than their demands.
  if (demands.some(({ handedOut }) => handedOut) || (demandsIn && signature === undefined)) {
    return makeDenial(judge, world, inquiry, demand)
  }
  let place = judge.denials(world).at(actor).at(asker).at(signature).at(demand.rule)
  for (const { rule, things } of demands) place = place.at(rule).along(named(things))
  place.value ??= makeDenial(judge, world, inquiry, demand)
  return place.value
}
