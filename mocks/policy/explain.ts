import type { Decision } from '../../src/index.ts'
import { brief } from '../brief.ts'
import { type Call, type Refusal, type Things, unknown } from './call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import { notOffered, refused, topicOf } from './decision.ts'
import { explainInquiry } from './explain-inquiry.ts'
import { explainOpen } from './explain-open.ts'
import { guardOfAction } from './guards.ts'
import { faceless, hiddenFrom } from './hidden.ts'
import { inquiryOf, inquiryOfCall } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { isToldTo } from './mention.ts'
import { type Reader, readerOf } from './reader.ts'
import { leavesOf, thingsIn } from './requirement.ts'
import { ruleOf } from './rules.ts'
import type { UserRecord, World } from './world.ts'

const unknownIsNamed =
  'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.'

/** Whether what is demanded depends on something that the call names and nobody knows, or the actor may not see. */
const speaksOfUnknown = ({ rule, things }: Demand): boolean =>
  Object.entries(things).some(
    ([name, thing]) =>
      thing === unknown && leavesOf(rule.require).some((leaf) => thingsIn(leaf).includes(name)),
  )

/**
 * The whole decision on a call: the rule, what it needs, what there is, and what would allow it.
 * `asker` is told it, and is `You` in the texts; nothing in a denial depends on what they may not see.
 */
export const explain = (
  judge: Judge,
  world: World,
  call: Call,
  asker: UserRecord = call.actor,
): Decision => {
  if (call.open) return explainOpen(judge, world, call, asker)
  const topic = topicOf(judge, call.operation)
  const inquiry = inquiryOfCall(judge, world, call, readerOf(judge, world, asker))
  if ('notOffered' in inquiry) return notOffered(topic, inquiry.notOffered)
  const decision = explainInquiry(judge, world, topic, inquiry)
  // A remedy would tell what is hidden from what does not exist: for the one there is one.
  if (decision.allowed || call.unknown.length === 0 || !inquiry.demands.some(speaksOfUnknown)) {
    return decision
  }
  const { moreAlternatives: _, ...rest } = decision
  return { ...rest, alternatives: [], final: unknownIsNamed }
}

/** The things without what stays hidden, where the rule denies it: what is hidden then says no more. */
const thingsToTell = (
  judge: Judge,
  world: World,
  demand: Demand,
  actor: UserRecord,
  reader: Reader,
) => {
  const hidden = hiddenFrom(reader, demand.things)
  if (hidden.size === 0 || evaluateDemand(judge, world, actor, demand) !== 'no')
    return demand.things
  return faceless(demand, hidden)
}

/** The whole decision on one action of the rules, such as `use_case:adapt`, on the things named. */
export const explainAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  things: Things,
  asker: UserRecord = actor,
): Decision => {
  const topic = topicOf(judge, action)
  const rule = ruleOf(judge.policy, action)
  if (!rule) return notOffered(topic, `${judge.policy.title} knows no action ${brief(action, 254)}`)
  const reader = readerOf(judge, world, asker)
  const demand: Demand = { action, rule, things }
  const told = { ...demand, things: thingsToTell(judge, world, demand, actor, reader) }
  const decision = explainInquiry(judge, world, topic, inquiryOf(actor, reader, [told]))
  const objection = guardOfAction(judge, world, reader, action, things)
  if (!objection) return decision
  const { rule: id, status, code, text } = objection
  if (decision.outcome !== 'no') return { ...refused(topic, code, id, text), status, final: text }
  return isToldTo(reader, objection) ? withRefusal(decision, objection) : decision
}

/** Each alternative with what would still refuse the call after it. */
const withRefusal = (decision: Decision, { status, code, text }: Refusal): Decision => ({
  ...decision,
  alternatives: decision.alternatives.map((one) => ({ ...one, refusal: { status, code, text } })),
})
