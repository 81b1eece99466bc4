import type { Decision } from '../../src/index.ts'
import { notOfKind } from './asks-of-kind.ts'
import type { Call } from './call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import { decided, notOffered, refused, topicOf } from './decision.ts'
import { explainInquiry, needText } from './explain-inquiry.ts'
import { inquiryOf } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { decideOpen } from './open.ts'
import type { Rule } from './policy.ts'
import { readerOf } from './reader.ts'
import type { UserRecord, World } from './world.ts'

const nothingThere = 'There is nothing on which you may do it'

/** The decision on a call whose arguments are left open. */
export const explainOpen = (
  judge: Judge,
  world: World,
  call: Call,
  asker: UserRecord,
): Decision => {
  const topic = topicOf(judge, call.operation)
  const open = judge.openRulesOf(call)
  if (!open) return notOffered(topic, `${judge.policy.title} does not offer ${call.operation}`)
  const { actor, things } = call
  const demandOf = (rule: Rule): Demand => ({ action: call.operation, rule, things })
  const { settled } = open
  const [always, options] = [open.always.map(demandOf), open.options.map(demandOf)]
  const all = [...always, ...options]
  const { ofKind: verb } = judge.policy.changes[call.operation] ?? {}
  if (verb && call.kind !== undefined && all.length === 0) {
    return notOffered(topic, notOfKind(judge.policy, verb, call.kind))
  }
  const outcome = decideOpen({ judge, world, actor, things }, call)
  if (options.length === 0 && settled.length === 0) {
    const decision = explainInquiry(
      judge,
      world,
      topic,
      inquiryOf(actor, readerOf(judge, world, asker), always),
    )
    if (decision.outcome === outcome) return decision
  }
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
