import { remediesFor } from './alternatives.ts'
import { requiredBy } from '../call/asked-rule.ts'
import { resourceNames } from '../world/resources.ts'
import type { Demand } from '../decide/decide.ts'
import type { Decision } from '../../../src/index.ts'
import { perState } from '../world/per-state.ts'
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
import type { PolicyContext } from '../world/policy-context.ts'

/** The reason of a denial, with its alternatives. */
export interface Denial {
  /** The requirement and what the person has instead. Follows the word “needs”. */
  readonly reason: string
  readonly alternatives: Decision['alternatives']
  /** The number of alternatives that are left out. */
  readonly moreAlternatives?: number
  /** Why there are no alternatives. */
  readonly final?: string
}

const hiddenText = 'What would allow it depends on what is hidden from you.'

/** Explains a requirement that nobody can meet. */
export const forNobody = (policy: Policy, { unnamed }: Demand['rule']): string =>
  unnamed
    ? `Nobody may do it: a call of it names no ${nounOf(policy, unnamed.resource)}.`
    : 'Nobody may do it, whatever they hold.'

const nothingHelps =
  'No change of a role, grant or entry that anybody could make would allow it. A change of owner is not considered.'

/** Whether the alternatives depend on something that the reader may not see. */
export const dependsOnHidden = ({ demands, hidden, isHiddenDecisive }: Assessment): boolean => {
  if (!hidden?.has('user') || isHiddenDecisive) return isHiddenDecisive === true
  return demands.some(({ rule }) => leavesOf(rule.require).some((leaf) => 'who' in leaf))
}

const unseenDecides =
  'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.'

/** Explains why there are no alternatives. */
const whyNothing = (
  context: PolicyContext,
  assessment: Assessment,
  rule: Demand['rule'],
): string => {
  const { policy } = context.judge
  if (dependsOnHidden(assessment)) return hiddenText
  const { unseen, handsOutUnseen, ...seen } = assessment
  // Whether unseen resources alone are in the way.
  if (unseen && plansFor(context, seen).length > 0) return unseenDecides
  if (handsOutUnseen && plansFor(context, seen).length > 0) return hiddenText
  return isForNobody(rule.require) ? forNobody(policy, rule) : nothingHelps
}

const makeDenial = (
  context: PolicyContext,
  assessment: Assessment,
  { action, rule, resources }: Demand,
): Denial => {
  const { policy } = context.judge
  const { alternatives, more, have } = remediesFor(context, assessment)
  const need = `${describe(policy, requiredBy(rule), resources, action)}.`
  const reason = have === undefined ? need : `${need} ${have}`
  if (alternatives.length > 0 || more > 0) {
    return { reason, alternatives, ...(more > 0 && { moreAlternatives: more }) }
  }
  // With the open resource named, there may be alternatives.
  const open = leftOpen(policy, rule.require, resources)
  return open === undefined
    ? { reason, alternatives, final: whyNothing(context, assessment, rule) }
    : { reason: `${reason} Name the ${open} to learn what would allow it.`, alternatives }
}

/** The denials in one state of the world, by all that they depend on. */
const denials = perPolicy<Judge, (world: World) => Trie<Denial>>(() => perState(() => new Trie()))

/**
 * Explains why the demand is not met. Computed once per state of the world: a front end asks the same about
 * every row that it shows, and several operations ask the same action.
 */
export const denialOf = (
  context: PolicyContext,
  assessment: Assessment,
  demand: Demand,
): Denial => {
  const { judge, world } = context
  const { actor, reader, demands, cacheKey, isHiddenDecisive, unseen, handsOutUnseen } = assessment
  // The key leaves out the unmet demand, which follows from the rest.
  let place = denials(judge)(world).at(actor).at(reader).at(cacheKey)
  if (isHiddenDecisive !== undefined) place = place.at(isHiddenDecisive)
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
  place.value ??= makeDenial(context, assessment, demand)
  return place.value
}
