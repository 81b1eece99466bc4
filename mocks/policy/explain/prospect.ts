import { brief } from '../../shared/brief.ts'
import type { Question, ActionQuestion } from '../call/question.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import { bind } from '../decide/bind.ts'
import type { Call } from '../call/call.ts'
import type { Resources } from '../world/resources.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import { topicOf } from './decision.ts'
import { isVeiled } from './denial.ts'
import { needText } from './assessment.ts'
import { demandsOfOpen } from '../decide/open-verdict.ts'
import { anonymized, hiddenFrom } from '../call/hidden.ts'
import { type Assessment, assessmentOf, assessmentOfCall } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { leftOpen } from './requirement.ts'
import { decideOpen } from '../decide/open.ts'
import type { Reader } from '../world/reader.ts'
import { isOnHidden } from '../sight/unseen-hand-outs.ts'
import { sees } from '../evaluate/evaluate.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** What a question would be answered by the rules in a world that is not yet. */
export type Prospect =
  | { readonly kind: 'allowed' }
  /** It would depend on the arguments. */
  | { readonly kind: 'open' }
  | { readonly kind: 'not_offered'; readonly why: string }
  /** Something that it names does not exist, or would stay hidden. */
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'denied'
      /** What it needs, in words that name none of the resources: the reader may not see them yet. */
      readonly need: string
      /** What to look for remedies with; undefined where they would name what is hidden. */
      readonly assessment: Assessment | undefined
      /** What the question leaves open, as a noun. */
      readonly open: string | undefined
      /** Whether something hidden decides whether it would be denied. */
      readonly isVeiled: boolean
    }

const prospectOfAssessment = (
  judge: Judge,
  world: World,
  action: string,
  assessment: Assessment,
): Prospect => {
  const { actor, reader, demands } = assessment
  const ask = (demand: Demand) => evaluateDemand(judge, world, actor, demand)
  const denying = demands.find((demand) => ask(demand) === 'no')
  if (!denying) {
    return { kind: demands.every((demand) => ask(demand) === 'yes') ? 'allowed' : 'open' }
  }
  const wouldTell = demands.some((one) => isOnHidden(reader, one) && ask(one) === 'no')
  return {
    kind: 'denied',
    need: needText(judge, topicOf(judge, action), { ...denying, resources: {} }),
    assessment: wouldTell ? undefined : assessment,
    open: leftOpen(judge.policy, denying.rule.require, denying.resources),
    isVeiled: isVeiled(assessment),
  }
}

/** The resources as they are in the world: a remedy may have changed the person, and an entry of theirs. */
const asIn = (world: World, resources: Resources): Resources => {
  const { user, member } = resources
  return {
    ...resources,
    ...(typeof user === 'object' && { user: world.user(user.id) ?? user }),
    ...(member && { member: world.member(member.id) ?? member }),
  }
}

const prospectOfAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { action, resources }: ActionQuestion,
  reader: Reader,
): Prospect => {
  const about = resources && asIn(world, resources)
  if (!about || !sees({ judge, world, actor, resources: about })) return { kind: 'hidden' }
  const rule = askedRuleOf(judge.policy, action, about)
  if (!rule) {
    const why = `${judge.policy.title} knows no action ${brief(action, 254)}`
    return { kind: 'not_offered', why }
  }
  const told = anonymized({ resources: about }, hiddenFrom(reader, about))
  const assessment = assessmentOf(actor, reader, [{ action, rule, resources: told }])
  return prospectOfAssessment(judge, world, action, assessment)
}

const prospectOfOpen = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  call: Call,
  reader: Reader,
): Prospect => {
  const resources = asIn(world, call.resources)
  if (!sees({ judge, world, actor, resources })) return { kind: 'hidden' }
  const about = { ...call, actor, resources }
  const found = demandsOfOpen(judge, about)
  if ('notOffered' in found) return { kind: 'not_offered', why: found.notOffered }
  const { demands, isCertain } = found
  const outcome = decideOpen({ judge, world, actor, resources }, about)
  if (outcome !== 'yes' && !isCertain) return { kind: 'open' }
  if (!isCertain) return { kind: 'allowed' }
  const assessment = assessmentOf(actor, reader, demands)
  const prospect = prospectOfAssessment(judge, world, call.operation, assessment)
  return prospect.kind === 'allowed' && outcome !== 'yes' ? { kind: 'open' } : prospect
}

const prospectOfCall = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { operation, args }: Call,
  reader: Reader,
): Prospect => {
  const call = bind(judge, world, actor, operation, args)
  const isFound =
    call.missing.length === 0 && sees({ judge, world, actor, resources: call.resources })
  if (!isFound) return { kind: 'hidden' }
  const seen = withoutUnseen(judge.policy, world, call)
  const assessment = assessmentOfCall(judge, seen, call, reader, { isYetToCome: true })
  if ('notOffered' in assessment) return { kind: 'not_offered', why: assessment.notOffered }
  return prospectOfAssessment(judge, seen, operation, assessment)
}

/** What the person would be answered in a world in which they are an active member. */
export const prospectOf = (
  judge: Judge,
  world: World,
  asked: Question,
  reader: Reader,
): Prospect => {
  const actor = world.user(asked.actor.id) ?? asked.actor
  if (!('operation' in asked)) return prospectOfAction(judge, world, actor, asked, reader)
  const ask = asked.open ? prospectOfOpen : prospectOfCall
  return ask(judge, world, actor, asked, reader)
}
