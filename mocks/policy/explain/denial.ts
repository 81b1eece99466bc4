import { remediesFor } from './alternatives.ts'
import { haveTextOf } from './lack.ts'
import { isHopeless, whoMayText } from './who-may.ts'
import type { Option } from '../assignments/prerequisite.ts'
import { requiredBy } from '../call/asked-rule.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { withoutProperties } from '../evaluate/properties.ts'
import { optionsOf } from '../remedies/options.ts'
import { mayDisclose } from '../sight/disclosure.ts'
import { resourceNames } from '../world/resources.ts'
import { contextOfDemand, type Demand, evaluateDemand } from '../decide/decide.ts'
import type { Decision } from '../../../src/index.ts'
import { perState } from '../world/per-state.ts'
import { Trie } from '../../shared/memo.ts'
import { perPolicy } from '../language/per-policy.ts'
import { personMeeting } from './leaf-text.ts'
import { describe, leftOpen, nounOf } from './requirement.ts'
import { personOf } from '../assignments/person.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { propertiesLacking } from './property.ts'
import { plansFor } from '../remedies/remedies.ts'
import type { Policy } from '../language/policy.ts'
import { leavesOf, speaksOfUser } from '../language/requirement.ts'
import { isForNobody } from '../language/rules.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** The reason of a denial, with its alternatives. */
export interface Denial {
  /** What the action needs, and what the person has instead. */
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

const nothingHelps = 'Nothing that anybody may change would allow it.'

/** Whether the alternatives depend on something that the reader may not see. */
export const dependsOnHidden = ({ demands, hidden, isHiddenDecisive }: Assessment): boolean => {
  if (!hidden?.has('user') || isHiddenDecisive) return isHiddenDecisive === true
  return demands.some(({ rule }) => leavesOf(rule.require).some(speaksOfUser))
}

const unseenDecides =
  'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.'

/** Says who may do what is denied: by the demand itself, or by another that no change helps with. */
const whoMay = (context: PolicyContext, assessment: Assessment, demand: Demand): string => {
  const { actor, reader, demands } = assessment
  const denied = (one: Demand) => ({ ...context, actor, reader, demand: one })
  const others = demands.filter(
    (one) => one !== demand && evaluateDemand(context, actor, one) === 'no',
  )
  const hopeless = [demand, ...others].find((one) => isHopeless(denied(one), one.rule.require))
  const told = hopeless ?? demand
  const text = whoMayText(denied(told)) ?? nothingHelps
  if (told === demand) return text
  const { policy } = context.judge
  const also = describe(policy, told.rule.require, { resources: told.resources, reader })
  return `It also needs ${also}. ${text}`
}

/** Explains why there are no alternatives. */
const whyNothing = (context: PolicyContext, assessment: Assessment, demand: Demand): string => {
  const { rule } = demand
  const { policy } = context.judge
  if (dependsOnHidden(assessment)) return hiddenText
  const { unseen, handsOutUnseen, ...seen } = assessment
  // Whether unseen resources alone are in the way.
  if (unseen && plansFor(context, seen).length > 0) return unseenDecides
  if (handsOutUnseen && plansFor(context, seen).length > 0) return hiddenText
  return isForNobody(rule.require) ? forNobody(policy, rule) : whoMay(context, assessment, demand)
}

/** What the demand lacks: in the plans that meet it, or else in whatever would meet it. */
const lacksOf = (
  context: PolicyContext,
  { actor, reader }: Assessment,
  demand: Demand,
  unmet: readonly Option[],
): readonly Option[] => {
  const { rule } = demand
  const leaves = new Set(leavesOf(rule.require))
  if (unmet.length > 0) {
    const own = unmet.map((plan) => plan.filter(({ leaf }) => leaf && leaves.has(leaf)))
    return own.some((plan) => plan.length > 0) ? own : unmet
  }
  return optionsOf(contextOfDemand(context, actor, demand), withoutProperties(rule.require))
    .map((option) => option.filter(({ met }) => !met))
    .filter((option) => option.every((one) => mayDisclose(context.judge, reader, one)))
}

/** Says that the person did not create what the creator may do it with. */
const notTheCreator = (
  { judge, world }: PolicyContext,
  { actor, reader }: Assessment,
  { rule, resources }: Demand,
): string => {
  const leaf = leavesOf(rule.require).find((one) => 'creator' in one)
  if (!leaf || evaluate({ judge, world, actor, resources }, leaf) !== 'no') return ''
  const { does } = personOf(actor, reader.user)
  return `${does('are', 'is')} not ${personMeeting(judge.policy, leaf)}.`
}

const makeDenial = (context: PolicyContext, assessment: Assessment, demand: Demand): Denial => {
  const { judge, world } = context
  const { policy } = judge
  const { actor, reader } = assessment
  const { rule, resources } = demand
  const isOneOfSeveral = leavesOf(requiredBy(rule)).length > 1
  const { alternatives, more, unmet } = remediesFor(context, assessment, isOneOfSeveral)
  const telling = { policy, world, reader, isOneOfSeveral }
  const have = haveTextOf(telling, actor, lacksOf(context, assessment, demand, unmet))
  const others = [
    notTheCreator(context, assessment, demand),
    ...propertiesLacking(contextOfDemand(context, actor, demand), reader, rule.require),
  ]
  const reason = [have, ...others].filter(Boolean).join(' ')
  if (alternatives.length > 0 || more > 0) {
    return { reason, alternatives, ...(more > 0 && { moreAlternatives: more }) }
  }
  // With the open resource named, there may be alternatives.
  const open = leftOpen(policy, rule.require, resources)
  return open === undefined
    ? { reason, alternatives, final: whyNothing(context, assessment, demand) }
    : { reason: `${reason} Name the ${open} to learn what would allow it.`.trim(), alternatives }
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
  // No two questions share the properties that they state.
  // The key leaves out the unmet demand, which follows from the rest.
  if (demands.some(({ properties }) => properties)) return makeDenial(context, assessment, demand)
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
