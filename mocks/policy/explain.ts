import type { Decision } from '../../src/index.ts'
import type { Call, Things } from './call.ts'
import { notOffered, refused, topicOf } from './decision.ts'
import { explainInquiry } from './explain-inquiry.ts'
import { explainOpen } from './explain-open.ts'
import { guardOfAction } from './guards.ts'
import { inquiryOf, inquiryOfCall } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { ruleOf } from './rules.ts'
import type { UserRecord, World } from './world.ts'

const unknownIsNamed =
  'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.'

/**
 * The whole decision on a call: the rule, what it needs, what there is, and what would allow it.
 * `asker` is told it, and is `You` in the texts.
 */
export const explain = (
  judge: Judge,
  world: World,
  call: Call,
  asker: UserRecord = call.actor,
): Decision => {
  if (call.open) return explainOpen(judge, world, call, asker)
  const topic = topicOf(judge, call.operation)
  const inquiry = inquiryOfCall(judge, world, call, asker)
  if ('notOffered' in inquiry) return notOffered(topic, inquiry.notOffered)
  const decision = explainInquiry(judge, world, topic, inquiry)
  // A remedy would tell what is hidden from what does not exist: for the one there is one.
  return decision.allowed || call.unknown.length === 0
    ? decision
    : { ...decision, alternatives: [], final: unknownIsNamed }
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
  if (!rule) return notOffered(topic, `${judge.policy.title} knows no action ${action}`)
  const inquiry = inquiryOf(actor, asker, [{ action, rule, things }])
  const decision = explainInquiry(judge, world, topic, inquiry)
  const objection = guardOfAction(judge, world, action, things)
  if (!objection) return decision
  const { rule: id, status, code, text } = objection
  return decision.allowed
    ? { ...refused(topic, code, id, text), status, final: text }
    : { ...decision, alternatives: [], final: text }
}
