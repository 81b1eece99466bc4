import type { Decision } from '../../../src/index.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import type { Call, Refusal } from '../call/call.ts'
import type { ResourceQuestion } from '../call/question.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import { notOffered, refused, topicOf } from './decision.ts'
import { explainAssessment } from './assessment.ts'
import { explainOpen } from './open.ts'
import { guardOfAction, guardOfCaller, type Objection } from '../decide/guards.ts'
import { refusalTo } from '../sight/refusal.ts'
import { anonymized, hiddenFrom } from '../call/hidden.ts'
import { assessmentOf, assessmentOfCall } from '../sight/assessment.ts'
import { unresolvedText } from './unresolved.ts'
import { mayDiscloseTo, type Reader } from '../world/reader.ts'
import { readerOf } from '../sight/readers.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { Judge } from '../language/judge.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'
import { unknownAction } from './unknown-action.ts'

/**
 * Explains the decision on a call: its rule, what that needs, what the caller has, and what would allow
 * it. Texts address `asker` as `You`. Nothing in a denial depends on what they may not see.
 */
export const explain = (
  whole: PolicyContext,
  call: Call,
  asker: UserRecord = call.actor,
): Decision => {
  const { judge } = whole
  const topic = topicOf(judge, call.operation)
  if (call.open) {
    const open = explainOpen(whole, call, asker)
    const objection = guardOfCaller(whole, call)
    return objection ? withObjection(judge, open, readerOf(whole, asker), objection) : open
  }
  const world = withoutUnseen(judge.policy, whole.world, call)
  const context = world === whole.world ? whole : { judge, world }
  const assessment = assessmentOfCall(context, call, { reader: readerOf(context, asker) })
  if ('notOffered' in assessment) return notOffered(topic, assessment.notOffered)
  const about = context === whole ? assessment : { ...assessment, remedyWorld: whole.world }
  const decision = explainAssessment(context, topic, about)
  if (decision.outcome !== 'no' || call.unresolved.length === 0) return decision
  return { ...decision, text: `${decision.text} ${unresolvedText(call.unresolved)}` }
}

/** The demand without hidden resources, if the rule denies it: the denial then reveals nothing about them. */
const withoutHidden = (
  context: PolicyContext,
  actor: UserRecord,
  demand: Demand,
  reader: Reader,
): Demand => {
  const hidden = hiddenFrom(reader, demand.resources)
  if (hidden.size === 0 || evaluateDemand(context, actor, demand) !== 'no') return demand
  return { ...demand, resources: anonymized(demand, hidden) }
}

/** Explains the decision on one action of the rules, such as `use_case:adapt`, on the resources. */
export const explainAction = (
  context: PolicyContext,
  question: ResourceQuestion,
  asker: UserRecord = question.actor,
): Decision => {
  const { policy } = context.judge
  const { actor, action, resources, properties } = question
  const topic = topicOf(context.judge, action)
  const rule = askedRuleOf(policy, action, resources)
  if (!rule) return notOffered(topic, unknownAction(policy, action))
  const reader = readerOf(context, asker)
  const demand = withoutHidden(
    context,
    actor,
    { action, rule, resources, ...(properties && { properties }) },
    reader,
  )
  const decision = explainAssessment(context, topic, assessmentOf(actor, reader, [demand]))
  const objection = guardOfAction(context, question)
  return objection ? withObjection(context.judge, decision, reader, objection) : decision
}

/** Adds a guard to the decision: it refuses what the rules allow, now or after a remedy. */
const withObjection = (
  { policy }: Judge,
  decision: Decision,
  reader: Reader,
  objection: Objection,
): Decision => {
  const refusal = refusalTo(reader, objection)
  const { rule, status, code, text } = refusal
  if (decision.outcome !== 'no') {
    return {
      ...refused({ policy, action: decision.action }, code, rule, text),
      status,
      final: text,
    }
  }
  return mayDiscloseTo(reader, refusal) ? withRefusal(decision, refusal) : decision
}

/** Adds to each alternative the refusal that would still follow. */
const withRefusal = (decision: Decision, { status, code, text }: Refusal): Decision => ({
  ...decision,
  alternatives: decision.alternatives.map((one) => ({ ...one, refusal: { status, code, text } })),
})
