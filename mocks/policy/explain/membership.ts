import type { Decision } from '../../../src/index.ts'
import { isOperation } from '../world/operations.ts'
import { admissionsOf } from '../remedies/admission.ts'
import { alternativesOf } from './alternatives.ts'
import { askWithArguments } from './open.ts'
import { finalOf } from './final.ts'
import { namesHidden } from '../sight/names-hidden.ts'
import { ActiveMembership } from '../assignments/membership.ts'
import type { AssignmentChange } from '../assignments/assignment.ts'
import { lackingOf } from '../assignments/prerequisite.ts'
import type { Reader } from '../world/reader.ts'
import { overlay } from '../assignments/overlay.ts'
import { smallestFirst } from '../remedies/remedies.ts'
import { type Prospect, prospectOf } from './prospect.ts'
import type { Question } from '../call/question.ts'
import { readerOf } from '../sight/readers.ts'
import { ruleOf } from '../language/rules.ts'
import { worldAhead } from '../sight/world-ahead.ts'
import { isActiveMember } from '../world/membership.ts'
import { membershipDenial } from './decision.ts'
import { type Entrance, type OutsideQuestion, plansThrough } from './entrance.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** The answer to a question about something hidden, or not existing. */
const aboutHidden: Prospect = {
  kind: 'denied',
  need: '',
  assessment: undefined,
  open: undefined,
  dependsOnHidden: true,
}

const actionOf = (question: Question): string =>
  'operation' in question ? question.operation : question.action

/**
 * The prospects that the reader may learn. Readers who are not members must not learn what members see:
 * everything that they name and do not see now has the same prospect.
 */
const prospectsToTell = (
  outside: OutsideQuestion,
  entrances: readonly Entrance[],
): readonly Prospect[] => {
  const { judge, question, reader } = outside
  const prospects = entrances.map(({ prospect }) => prospect)
  const action = actionOf(question)
  const isKnown = isOperation(action)
    ? Object.hasOwn(judge.policy.changes, action)
    : ruleOf(judge.policy, action) !== undefined
  const isOutside = !isActiveMember(reader.user)
  return isOutside && isKnown && namesHidden(outside, reader, question) ? [aboutHidden] : prospects
}

/** Asks for what the question leaves open; undefined if naming it would not help. */
const openText = (entrances: readonly Entrance[]): string | undefined => {
  for (const { prospect } of entrances) {
    if (prospect.kind === 'open') return askWithArguments
    if (prospect.kind === 'denied' && prospect.open !== undefined) {
      return `Name the ${prospect.open} to learn what would allow it.`
    }
  }
  return undefined
}

/** What invites the person and waits for an answer, a sentence each. */
const waitingTexts = (
  { judge, world }: PolicyContext,
  reader: Reader,
  admissions: readonly AssignmentChange[],
): readonly string[] =>
  admissions.flatMap(({ assignment }) => {
    if (assignment.user?.paused) return []
    const telling = { policy: judge.policy, world, reader }
    return [assignment.haveText(telling, lackingOf([]))]
  })

/** The reader of an explanation, and facts for it. */
export interface Explaining {
  /** Addressed as `You`. By default the actor. */
  readonly asker?: UserRecord | undefined
  /** Returns why an active member's call would be refused that the rules allow. */
  readonly refusal?: (() => string | undefined) | undefined
}

/**
 * Explains the denial of a person without an active membership. Its alternatives resume the membership or
 * accept an invitation, and meet what the rules need then. Undefined for an active member.
 */
export const explainMembershipDenial = (
  whole: PolicyContext,
  question: Question,
  { asker = question.actor, refusal = () => undefined }: Explaining = {},
): Decision | undefined => {
  const { judge } = whole
  const { actor } = question
  const denial = membershipDenial(judge, actor, actionOf(question), asker)
  if (!denial) return undefined
  const reader = readerOf(whole, asker)
  const admissions = admissionsOf(whole, actor, reader)
  const decision = {
    ...denial,
    text: [...new Set([denial.text, ...waitingTexts(whole, reader, admissions)])].join(' '),
  }
  const membership = new ActiveMembership({ user: actor })
  const outside = { judge, world: worldAhead(whole.world, question, reader), question, reader }
  const entrances = (admissions.length > 0 ? admissions : [{ assignment: membership }]).map(
    (admission): Entrance => {
      const after = overlay(outside.world, [admission])
      return { admission, after, prospect: prospectOf({ judge, world: after }, question, reader) }
    },
  )
  const plans =
    admissions.length === 0 ? [] : entrances.flatMap((one) => plansThrough(outside, one))
  const candidates = smallestFirst(outside, reader, plans)
  const { alternatives, more } = alternativesOf(whole, { reader }, candidates)
  if (alternatives.length > 0 || more > 0) {
    return { ...decision, alternatives, ...(more > 0 && { moreAlternatives: more }) }
  }
  const open = admissions.length > 0 ? openText(entrances) : undefined
  if (open !== undefined) return { ...decision, text: `${decision.text} ${open}` }
  const prospects = prospectsToTell({ ...outside, world: whole.world }, entrances)
  const final = finalOf({
    policy: judge.policy,
    world: whole.world,
    person: actor,
    admissions,
    prospects,
    refusal,
  })
  return { ...decision, final }
}
