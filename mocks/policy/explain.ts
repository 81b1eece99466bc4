import type { Decision, ProblemCode } from '../../src/index.ts'
import type { Call, Things } from './call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import { ruleOf } from './rules.ts'
import { describe } from './describe.ts'
import { decideOpen } from './open.ts'
import { denialOf } from './denial.ts'
import { type Inquiry, inquiryOf, inquiryOfCall } from './inquiry.ts'
import { guardOfAction } from './guards.ts'
import type { Judge } from './judge.ts'
import { leftOpen } from './left-open.ts'
import type { Outcome } from './outcome.ts'
import type { Rule } from './policy.ts'
import type { UserRecord, World } from './world.ts'

const nothingThere = 'There is nothing on which you may do it'

const unknownIsNamed =
  'It names something that does not exist, or that is hidden. Name what you can see to learn what would allow it.'

const nothingHelps = 'No change of a role, grant or entry that anybody could make would allow it.'

/** What is being decided, by its name, for the decision to tell. */
interface Topic {
  policy: string
  action: string
}

const topicOf = ({ policy }: Judge, action: string): Topic => ({ policy: policy.name, action })

const decided = (topic: Topic, outcome: Outcome, rule: string, text: string): Decision => ({
  allowed: outcome === 'yes',
  outcome,
  ...topic,
  rule,
  text,
  alternatives: [],
})

const refused = (topic: Topic, code: ProblemCode, rule: string, text: string): Decision => ({
  allowed: false,
  outcome: 'no',
  ...topic,
  rule,
  status: 403,
  code,
  text,
  alternatives: [],
})

const notOffered = (topic: Topic, why: string): Decision => ({
  ...refused(topic, 'operation_not_offered', 'not_offered', `${why}.`),
  final: 'The platform does not offer it, whoever asks.',
})

const needText = ({ policy }: Judge, topic: Topic, { rule, things }: Demand): string =>
  `${topic.action} needs ${describe(policy, rule.require, things)}.`

const denied = (
  judge: Judge,
  world: World,
  topic: Topic,
  inquiry: Inquiry,
  demand: Demand,
): Decision => {
  const { reason, alternatives } = denialOf(judge, world, inquiry, demand)
  const { rule, things } = demand
  const text = `${topic.action} needs ${reason}`
  const denial = refused(topic, 'permission_denied', rule.id, text)
  if (alternatives.length > 0) return { ...denial, alternatives: [...alternatives] }
  // On something that is named there may well be a way.
  const open = leftOpen(judge.policy, rule.require, things)
  if (open === undefined) return { ...denial, final: nothingHelps }
  return { ...denial, text: `${text} Name the ${open} to learn what would allow it.` }
}

const explainInquiry = (judge: Judge, world: World, topic: Topic, inquiry: Inquiry): Decision => {
  const { actor, demands } = inquiry
  const outcomes = demands.map((demand) => evaluateDemand(judge, world, actor, demand))
  const decisive = (outcome: Outcome): Demand | undefined => demands[outcomes.indexOf(outcome)]
  const denying = decisive('no')
  if (denying) return denied(judge, world, topic, inquiry, denying)
  const open = decisive('depends')
  if (open) {
    return decided(
      topic,
      'depends',
      open.rule.id,
      `${needText(judge, topic, open)} It depends on which.`,
    )
  }
  const [first] = demands
  const text = first ? needText(judge, topic, first) : `${topic.action} asks for nothing.`
  return decided(topic, 'yes', first?.rule.id ?? 'membership', text)
}

const explainOpen = (judge: Judge, world: World, call: Call, asker: UserRecord): Decision => {
  const topic = topicOf(judge, call.operation)
  const open = judge.openRulesOf(call)
  if (!open) return notOffered(topic, `${judge.policy.title} does not offer ${call.operation}`)
  const { actor, things } = call
  const demandOf = (rule: Rule): Demand => ({ action: call.operation, rule, things })
  const { settled } = open
  const [always, options] = [open.always.map(demandOf), open.options.map(demandOf)]
  const outcome = decideOpen({ judge, world, actor, things }, call)
  if (options.length === 0 && settled.length === 0) {
    const decision = explainInquiry(judge, world, topic, inquiryOf(actor, asker, always))
    if (decision.outcome === outcome) return decision
  }
  const all = [...always, ...options]
  const demand = all.find((one) => evaluateDemand(judge, world, actor, one) === outcome)
  const rule = (demand ?? all[0])?.rule.id ?? 'membership'
  const need = demand ? needText(judge, topic, demand) : 'It is allowed on everything there is.'
  if (outcome === 'yes') return decided(topic, outcome, rule, need)
  if (outcome === 'no') {
    if (!demand) return refused(topic, 'permission_denied', rule, `${nothingThere}.`)
    const text = `${need} Ask with the arguments of the call to learn what would allow it.`
    return refused(topic, 'permission_denied', rule, text)
  }
  return decided(topic, outcome, rule, `${topic.action} depends on its arguments.`)
}

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
