import type { Decision } from '../../../src/index.ts'
import type { Call } from '../call/call.ts'
import { decided, notOffered, refused, topicOf } from './decision.ts'
import { forNobody } from './denial.ts'
import { series } from '../../shared/series.ts'
import { explainAssessment, needText } from './assessment.ts'
import { assessmentOf } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { demandsOfOpen, verdictOn } from '../decide/open-verdict.ts'
import { readerOf } from '../sight/readers.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

const nothingThere = 'You see nothing on which you may do it.'

/** For a denial whose alternatives depend on the arguments. */
export const askWithArguments = 'Ask with the arguments of the call to learn what would allow it.'

/** The exceptions to a yes: actions and keys that are refused to everybody. */
const exceptionText = (
  { policy }: Judge,
  { operation, run }: Call,
  unoffered: readonly string[],
): string => {
  if (policy.changes[operation]?.ofKind === 'run' && run === undefined) {
    return ' An action that its kind lacks is offered to nobody.'
  }
  return unoffered.length === 0
    ? ''
    : ` ${policy.title} offers ${series(unoffered)} in it to nobody.`
}

/** Explains the decision on a call with open arguments. */
export const explainOpen = (context: PolicyContext, call: Call, asker: UserRecord): Decision => {
  const { judge } = context
  const topic = topicOf(judge, call.operation)
  const open = demandsOfOpen(judge, call)
  if ('notOffered' in open) return notOffered(topic, open.notOffered)
  const { demands, isCertain, unoffered, hopeless } = open
  const { outcome, demand } = verdictOn(context, call, open)
  const reader = readerOf(context, asker)
  const rule = (demand ?? demands[0])?.rule ?? 'membership'
  if (isCertain) {
    const assessment = assessmentOf(call.actor, reader, demands)
    const decision = explainAssessment(context, topic, assessment)
    if (decision.outcome === outcome) return decision
  }
  const need = demand
    ? needText(judge, topic, demand, reader)
    : 'It is allowed on everything there is.'
  if (outcome === 'yes') {
    return decided(topic, outcome, rule, `${need}${exceptionText(judge, call, unoffered)}`)
  }
  if (outcome === 'no') {
    if (hopeless) {
      const text = needText(judge, topic, hopeless, reader)
      return {
        ...refused(topic, 'permission_denied', hopeless.rule, text),
        final: forNobody(judge.policy, hopeless.rule),
      }
    }
    if (!demand) {
      const [first] = demands
      const what = first ? `${needText(judge, topic, first, reader)} ${nothingThere}` : nothingThere
      return refused(topic, 'permission_denied', rule, what)
    }
    const text = `${need} ${askWithArguments}`
    return refused(topic, 'permission_denied', rule, text)
  }
  return decided(topic, outcome, rule, `${topic.action} depends on its arguments.`)
}
