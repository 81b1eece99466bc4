import type { Decision } from '../../src/index.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import { decided, refused, type Topic } from './decision.ts'
import { denialOf } from './denial.ts'
import { describe } from './describe.ts'
import type { Inquiry } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { leftOpen } from './left-open.ts'
import type { Outcome } from './outcome.ts'
import type { World } from './world.ts'

const nothingHelps = 'No change of a role, grant or entry that anybody could make would allow it.'

/** What a demand needs, in words. */
export const needText = ({ policy }: Judge, topic: Topic, { rule, things }: Demand): string =>
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

/** The decision on what something demands: the demand that decides, and what would meet all of them. */
export const explainInquiry = (
  judge: Judge,
  world: World,
  topic: Topic,
  inquiry: Inquiry,
): Decision => {
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
