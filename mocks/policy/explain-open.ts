import type { Decision } from '../../src/index.ts'
import { notOfKind } from './asks-of-kind.ts'
import type { Call } from './call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import { decided, notOffered, refused, topicOf } from './decision.ts'
import { explainInquiry, needText } from './explain-inquiry.ts'
import { inquiryOf } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { decideOpen } from './open.ts'
import { readerOf } from './reader.ts'
import type { UserRecord, World } from './world.ts'

const nothingThere = 'There is nothing on which you may do it'

/** What is said of a question whose arguments would decide what helps. */
export const askWithArguments = 'Ask with the arguments of the call to learn what would allow it.'

/** What a call whose arguments are left open could come to demand. */
export interface OpenDemands {
  readonly demands: readonly Demand[]
  /** Whether it demands all of them, whatever the arguments are. */
  readonly isCertain: boolean
}

/** What an open call could come to demand, or why the platform does not offer it. */
export const demandsOfOpen = (judge: Judge, call: Call): OpenDemands | { notOffered: string } => {
  const { policy } = judge
  const { operation, kind, things } = call
  const open = judge.openRulesOf(call)
  if (!open) return { notOffered: `${policy.title} does not offer ${operation}` }
  const { always, options, settled } = open
  const demands = [...always, ...options].map((rule): Demand => ({
    action: operation,
    rule,
    things,
  }))
  const { ofKind: verb } = policy.changes[operation] ?? {}
  if (verb && kind !== undefined && demands.length === 0) {
    return { notOffered: notOfKind(policy, verb, kind) }
  }
  return { demands, isCertain: options.length === 0 && settled.length === 0 }
}

/** The decision on a call whose arguments are left open. */
export const explainOpen = (
  judge: Judge,
  world: World,
  call: Call,
  asker: UserRecord,
): Decision => {
  const topic = topicOf(judge, call.operation)
  const open = demandsOfOpen(judge, call)
  if ('notOffered' in open) return notOffered(topic, open.notOffered)
  const { actor, things } = call
  const { demands: all, isCertain } = open
  const outcome = decideOpen({ judge, world, actor, things }, call)
  if (isCertain) {
    const inquiry = inquiryOf(actor, readerOf(judge, world, asker), all)
    const decision = explainInquiry(judge, world, topic, inquiry)
    if (decision.outcome === outcome) return decision
  }
  const demand = all.find((one) => evaluateDemand(judge, world, actor, one) === outcome)
  const rule = (demand ?? all[0])?.rule.id ?? 'membership'
  const need = demand ? needText(judge, topic, demand) : 'It is allowed on everything there is.'
  if (outcome === 'yes') return decided(topic, outcome, rule, need)
  if (outcome === 'no') {
    if (!demand) return refused(topic, 'permission_denied', rule, `${nothingThere}.`)
    const text = `${need} ${askWithArguments}`
    return refused(topic, 'permission_denied', rule, text)
  }
  return decided(topic, outcome, rule, `${topic.action} depends on its arguments.`)
}
