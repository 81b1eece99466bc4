import type { Decision } from '../../../src/index.ts'
import { brief } from '../../shared/brief.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import type { Call, Refusal } from '../call/call.ts'
import type { Resources } from '../world/resources.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import { notOffered, refused, type Topic, topicOf } from './decision.ts'
import { explainAssessment } from './assessment.ts'
import { explainOpen } from './open.ts'
import { guardOfAction, guardOfCaller, type Objection } from '../decide/guards.ts'
import { refusalTo } from '../sight/refusal.ts'
import { anonymized, hiddenFrom } from '../call/hidden.ts'
import { assessmentOf, assessmentOfCall } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { unresolvedText } from './unresolved.ts'
import { mayDiscloseTo, type Reader } from '../world/reader.ts'
import { readerOf } from '../sight/readers.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/**
 * The whole decision on a call: the rule, what it needs, what there is, and what would allow it.
 * `asker` is told it, and is `You` in the texts; nothing in a denial depends on what they may not see.
 */
export const explain = (
  judge: Judge,
  whole: World,
  call: Call,
  asker: UserRecord = call.actor,
): Decision => {
  const topic = topicOf(judge, call.operation)
  const reader = readerOf(judge, whole, asker)
  if (call.open) {
    const open = explainOpen(judge, whole, call, asker)
    const objection = guardOfCaller(judge.policy, whole, call.actor, call.operation)
    return objection ? withObjection(open, topic, reader, objection) : open
  }
  const world = withoutUnseen(judge.policy, whole, call)
  const assessment = assessmentOfCall(judge, world, call, readerOf(judge, world, asker))
  if ('notOffered' in assessment) return notOffered(topic, assessment.notOffered)
  const asked = world === whole ? assessment : { ...assessment, whole }
  const decision = explainAssessment(judge, world, topic, asked)
  if (decision.outcome !== 'no' || call.unresolved.length === 0) return decision
  return { ...decision, text: `${decision.text} ${unresolvedText(call.unresolved)}` }
}

/** The resources without what stays hidden, where the rule denies it: what is hidden then says no more. */
const resourcesToTell = (
  judge: Judge,
  world: World,
  demand: Demand,
  actor: UserRecord,
  reader: Reader,
) => {
  const hidden = hiddenFrom(reader, demand.resources)
  if (hidden.size === 0 || evaluateDemand(judge, world, actor, demand) !== 'no')
    return demand.resources
  return anonymized(demand, hidden)
}

/** The whole decision on one action of the rules, such as `use_case:adapt`, on the resources named. */
export const explainAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  resources: Resources,
  asker: UserRecord = actor,
): Decision => {
  const topic = topicOf(judge, action)
  const rule = askedRuleOf(judge.policy, action, resources)
  if (!rule) return notOffered(topic, `${judge.policy.title} knows no action ${brief(action, 254)}`)
  const reader = readerOf(judge, world, asker)
  const demand: Demand = { action, rule, resources }
  const told = { ...demand, resources: resourcesToTell(judge, world, demand, actor, reader) }
  const decision = explainAssessment(judge, world, topic, assessmentOf(actor, reader, [told]))
  const objection = guardOfAction(judge.policy, world, actor, action, resources)
  return objection ? withObjection(decision, topic, reader, objection) : decision
}

/** The decision once a guard has its say: it refuses what the rules would allow, now or after a remedy. */
const withObjection = (
  decision: Decision,
  topic: Topic,
  reader: Reader,
  objection: Objection,
): Decision => {
  const refusal = refusalTo(reader, objection)
  const { rule, status, code, text } = refusal
  if (decision.outcome !== 'no') return { ...refused(topic, code, rule, text), status, final: text }
  return mayDiscloseTo(reader, refusal) ? withRefusal(decision, refusal) : decision
}

/** Each alternative with what would still refuse the call after it. */
const withRefusal = (decision: Decision, { status, code, text }: Refusal): Decision => ({
  ...decision,
  alternatives: decision.alternatives.map((one) => ({ ...one, refusal: { status, code, text } })),
})
