import { withArticle } from './article.ts'
import type { Decision } from '../../../src/index.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import { decided, refused, type Topic } from './decision.ts'
import { denialOf } from './denial.ts'
import { requiredBy } from '../call/asked-rule.ts'
import { personMeeting } from './leaf-text.ts'
import { describe } from './requirement.ts'
import type { Reader } from '../world/reader.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import type { Outcome } from '../language/outcome.ts'
import { isForNobody } from '../language/rules.ts'
import { isOnHidden } from '../sight/unseen-hand-outs.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** The text with each key behind its name the first time alone. */
const keysOnce = (text: string): string => {
  const told = new Set<string>()
  return text.replaceAll(/(“[^”]*”) \([\w:-]+\)/g, (whole, name: string) => {
    if (told.has(whole)) return name
    told.add(whole)
    return whole
  })
}

/** Says what a demand needs. For a requirement that nobody can meet, in the rule's own words. */
export const needText = (
  { policy }: Judge,
  { action }: Topic,
  { rule, resources }: Demand,
  reader?: Reader,
): string => {
  const required = requiredBy(rule)
  if (isForNobody(required) && rule.text !== undefined) {
    return `${action} is allowed to nobody here. ${rule.text}`
  }
  const person = personMeeting(policy, required)
  if (person !== undefined) return `${action} is only for ${person}.`
  return `${action} needs ${keysOnce(describe(policy, required, { resources, action, reader }))}.`
}

const denied = (
  context: PolicyContext,
  topic: Topic,
  assessment: Assessment,
  demand: Demand,
): Decision => {
  const { reason, alternatives, ...rest } = denialOf(context, assessment, demand)
  const need = needText(context.judge, topic, demand, assessment.reader)
  return {
    ...refused(topic, 'permission_denied', demand.rule, `${need} ${reason}`.trim()),
    alternatives: [...alternatives],
    ...rest,
  }
}

/** A denial because of a hidden project. It has no alternatives, since they would name the project. */
const deniedByHidden = (judge: Judge, topic: Topic, { rule }: Demand): Decision => {
  const { project } = judge.policy.nouns
  return {
    ...refused(
      topic,
      'permission_denied',
      rule,
      `${topic.action} hands out permissions on ${withArticle(project)} that you may not see.`,
    ),
    final: `A user who may see that ${project} can ask what would allow it.`,
  }
}

/**
 * Leaves out the hand-outs on hidden projects, so that the decision is the same whether there are any
 * or not.
 */
const withoutHiddenHandOuts = (assessment: Assessment): Assessment => {
  const { reader, demands, demandsIn } = assessment
  const isSeen = (demand: Demand): boolean => !isOnHidden(reader, demand)
  return {
    ...assessment,
    demands: demands.filter(isSeen),
    demandsIn:
      demandsIn &&
      ((world, actor) => {
        const found = demandsIn(world, actor)
        return 'notOffered' in found ? found : { demands: found.demands.filter(isSeen) }
      }),
  }
}

/** The decision on an assessment: the demand that decides, and what would meet all demands. */
export const explainAssessment = (
  context: PolicyContext,
  topic: Topic,
  assessment: Assessment,
): Decision => {
  const { judge } = context
  const { actor, reader, demands } = assessment
  const outcomes = demands.map((demand) => evaluateDemand(context, actor, demand))
  const decisive = (outcome: Outcome): Demand | undefined => demands[outcomes.indexOf(outcome)]
  const denying = demands.filter((_, index) => outcomes[index] === 'no')
  // A hidden project decides only if nothing else does, since the denial reveals that there is one.
  const plain = denying.find((demand) => !isOnHidden(reader, demand))
  if (plain) return denied(context, topic, withoutHiddenHandOuts(assessment), plain)
  const [hidden] = denying
  if (hidden) return deniedByHidden(judge, topic, hidden)
  const open = decisive('depends')
  if (open) {
    return decided(
      topic,
      'depends',
      open.rule,
      `${needText(judge, topic, open, reader)} It depends on which.`,
    )
  }
  const [first] = demands
  const text = first ? needText(judge, topic, first, reader) : `${topic.action} asks for nothing.`
  return decided(topic, 'yes', first?.rule ?? 'membership', text)
}
