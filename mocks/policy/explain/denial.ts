import { remediesFor } from './alternatives.ts'
import { requiredBy } from '../call/asked-rule.ts'
import { resourceNames } from '../world/resources.ts'
import type { Demand } from '../decide/decide.ts'
import type { Decision } from '../../../src/index.ts'
import { keptByState } from '../world/kept.ts'
import { Trie } from '../../shared/memo.ts'
import { perPolicy } from '../language/per-policy.ts'
import { describe, leftOpen, nounOf } from './requirement.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { plansFor } from '../remedies/remedies.ts'
import type { Policy } from '../language/policy.ts'
import { leavesOf } from '../language/requirement.ts'
import { isForNobody } from '../language/rules.ts'
import type { World } from '../world/world.ts'

/** Why a demand is not met, and what would meet it. */
export interface Denial {
  /** What is needed and what there is, as it follows “needs”. */
  readonly reason: string
  readonly alternatives: Decision['alternatives']
  /** How many more there are that are not told. */
  readonly moreAlternatives?: number
  /** Why nothing would meet it, where nothing can. */
  readonly final?: string
}

const dependsOnHidden = 'What would allow it depends on what is hidden from you.'

/** Why nobody may do it, whatever they hold. */
export const forNobody = (policy: Policy, { unnamed }: Demand['rule']): string =>
  unnamed
    ? `Nobody may do it: a call of it names no ${nounOf(policy, unnamed.resource)}.`
    : 'Nobody may do it, whatever they hold.'

const nothingHelps =
  'No change of a role, grant or entry that anybody could make would allow it. A change of owner is not considered.'

/** Whether what would help depends on something that the reader may not see. */
export const isVeiled = ({ demands, hidden, isChosen }: Assessment): boolean => {
  if (!hidden?.has('user') || isChosen) return isChosen === true
  return demands.some(({ rule }) => leavesOf(rule.require).some((leaf) => 'who' in leaf))
}

const unseenDecides =
  'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.'

/** Why nothing is told that would help with the requirement. */
const whyNothing = (
  judge: Judge,
  world: World,
  assessment: Assessment,
  rule: Demand['rule'],
): string => {
  if (isVeiled(assessment)) return dependsOnHidden
  const { unseen, handsOutUnseen, ...seen } = assessment
  // What would help if it were not for what is not seen.
  if (unseen && plansFor(judge, world, seen).length > 0) return unseenDecides
  if (handsOutUnseen && plansFor(judge, world, seen).length > 0) return dependsOnHidden
  return isForNobody(rule.require) ? forNobody(judge.policy, rule) : nothingHelps
}

const makeDenial = (
  judge: Judge,
  world: World,
  assessment: Assessment,
  { action, rule, resources }: Demand,
): Denial => {
  const { alternatives, more, have } = remediesFor(judge, world, assessment)
  const need = `${describe(judge.policy, requiredBy(rule), resources, action)}.`
  const reason = have === undefined ? need : `${need} ${have}`
  if (alternatives.length > 0 || more > 0) {
    return { reason, alternatives, ...(more > 0 && { moreAlternatives: more }) }
  }
  // On something that is named there may well be a way.
  const open = leftOpen(judge.policy, rule.require, resources)
  return open === undefined
    ? { reason, alternatives, final: whyNothing(judge, world, assessment, rule) }
    : { reason: `${reason} Name the ${open} to learn what would allow it.`, alternatives }
}

/** The denials of one state, by all that they depend on. */
const denials = perPolicy<Judge, (world: World) => Trie<Denial>>(() =>
  keptByState(() => new Trie()),
)

/**
 * Why the demand is not met. It is worked out once for each state: a front end asks the same of
 * every row that it shows, and an action of the rules is asked by several operations.
 */
export const denialOf = (
  judge: Judge,
  world: World,
  assessment: Assessment,
  demand: Demand,
): Denial => {
  const { actor, reader, demands, signature, isChosen, unseen, handsOutUnseen } = assessment
  // Which of the demands is not met follows from these.
  let place = denials(judge)(world).at(actor).at(reader).at(signature)
  if (isChosen !== undefined) place = place.at(isChosen)
  if (unseen) place = place.at(unseen.join())
  if (handsOutUnseen) place = place.at('hands out unseen')
  for (const { rule, resources, isCall, handedOut } of demands) {
    place = place.at(rule)
    if (isCall) place = place.at(isCall)
    if (handedOut) place = place.at([...handedOut].join())
    for (const name of resourceNames) {
      const resource = resources[name]
      if (resource !== undefined) place = place.at(name).at(resource)
    }
  }
  place.value ??= makeDenial(judge, world, assessment, demand)
  return place.value
}
