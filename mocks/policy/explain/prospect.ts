import type { ActionQuestion, Question } from '../call/question.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import { bind } from '../decide/bind.ts'
import type { Call, UnboundCall } from '../call/call.ts'
import type { Resources } from '../world/resources.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import { topicOf } from './decision.ts'
import { dependsOnHidden } from './denial.ts'
import { needText } from './assessment.ts'
import { contextOfOpen, demandsOfOpen } from '../decide/open-verdict.ts'
import { anonymized, hiddenFrom } from '../call/hidden.ts'
import { type Assessment, assessmentOf, assessmentOfCall } from '../sight/assessment.ts'
import { leftOpen } from './requirement.ts'
import { decideOpen } from '../decide/open.ts'
import type { Reader } from '../world/reader.ts'
import { isOnHidden } from '../sight/unseen-hand-outs.ts'
import { sees } from '../evaluate/evaluate.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import { unknownAction } from './unknown-action.ts'

/** How the rules would answer a question in a world that remedies lead to. */
export type Prospect =
  | { readonly kind: 'allowed' }
  /** The answer would depend on the arguments. */
  | { readonly kind: 'open' }
  | { readonly kind: 'not_offered'; readonly why: string }
  /** The question names something that does not exist, or would stay hidden. */
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'denied'
      /** What the question needs, in words. Names no resources, since the reader may not see them yet. */
      readonly need: string
      /** For finding remedies; undefined if these would name hidden resources. */
      readonly assessment: Assessment | undefined
      /** The open resource, as a noun; undefined if there is none. */
      readonly open: string | undefined
      /** Whether hidden resources decide about the denial. */
      readonly dependsOnHidden: boolean
    }

const prospectOfAssessment = (
  context: PolicyContext,
  action: string,
  assessment: Assessment,
): Prospect => {
  const { judge } = context
  const { actor, reader, demands } = assessment
  const ask = (demand: Demand) => evaluateDemand(context, actor, demand)
  const denying = demands.find((demand) => ask(demand) === 'no')
  if (!denying) {
    return { kind: demands.every((demand) => ask(demand) === 'yes') ? 'allowed' : 'open' }
  }
  const isRevealing = demands.some((one) => isOnHidden(reader, one) && ask(one) === 'no')
  return {
    kind: 'denied',
    need: needText(judge, topicOf(judge, action), { ...denying, resources: {} }),
    assessment: isRevealing ? undefined : assessment,
    open: leftOpen(judge.policy, denying.rule.require, denying.resources),
    dependsOnHidden: dependsOnHidden(assessment),
  }
}

/** The resources as they are in the world, in which remedies may have changed a user and an entry. */
const asIn = (world: World, resources: Resources): Resources => {
  const { user, member } = resources
  return {
    ...resources,
    ...(typeof user === 'object' && { user: world.user(user.id) ?? user }),
    ...(member && { member: world.member(member.id) ?? member }),
  }
}

const prospectOfAction = (
  context: PolicyContext,
  { actor, action, resources, properties }: ActionQuestion,
  reader: Reader,
): Prospect => {
  const { policy } = context.judge
  const about = resources && asIn(context.world, resources)
  if (!about || !sees({ ...context, actor, resources: about })) return { kind: 'hidden' }
  const rule = askedRuleOf(policy, action, about)
  if (!rule) {
    return { kind: 'not_offered', why: unknownAction(policy, action) }
  }
  const disclosed = anonymized({ resources: about }, hiddenFrom(reader, about))
  const demand = { action, rule, resources: disclosed, ...(properties && { properties }) }
  const assessment = assessmentOf(actor, reader, [demand])
  return prospectOfAssessment(context, action, assessment)
}

const prospectOfOpen = (context: PolicyContext, call: Call, reader: Reader): Prospect => {
  const { actor } = call
  const resources = asIn(context.world, call.resources)
  const about = { ...call, resources }
  const question = contextOfOpen(context, about)
  if (!sees(question)) return { kind: 'hidden' }
  const found = demandsOfOpen(context.judge, about)
  if ('notOffered' in found) return { kind: 'not_offered', why: found.notOffered }
  const { demands, isCertain } = found
  const outcome = decideOpen(question, about)
  if (outcome !== 'yes' && !isCertain) return { kind: 'open' }
  if (!isCertain) return { kind: 'allowed' }
  const assessment = assessmentOf(actor, reader, demands)
  const prospect = prospectOfAssessment(context, call.operation, assessment)
  return prospect.kind === 'allowed' && outcome !== 'yes' ? { kind: 'open' } : prospect
}

const prospectOfCall = (whole: PolicyContext, unbound: UnboundCall, reader: Reader): Prospect => {
  const { judge } = whole
  const call = bind(whole, unbound)
  const { actor, operation, resources } = call
  if (call.missing.length > 0 || !sees({ ...whole, actor, resources })) return { kind: 'hidden' }
  const context = { judge, world: withoutUnseen(judge.policy, whole.world, call) }
  const assessment = assessmentOfCall(context, call, { reader, isYetToCome: true })
  if ('notOffered' in assessment) return { kind: 'not_offered', why: assessment.notOffered }
  return prospectOfAssessment(context, operation, assessment)
}

/** How the rules would answer the question in the world, in which its actor is an active member. */
export const prospectOf = (
  context: PolicyContext,
  question: Question,
  reader: Reader,
): Prospect => {
  const actor = context.world.user(question.actor.id) ?? question.actor
  if (!('operation' in question)) return prospectOfAction(context, { ...question, actor }, reader)
  const ask = question.open ? prospectOfOpen : prospectOfCall
  return ask(context, { ...question, actor }, reader)
}
