import type { Decision } from '../../../src/index.ts'
import { isOperation } from '../world/operations.ts'
import { admissionsOf } from '../remedies/admission.ts'
import { alternativesOf } from './alternatives.ts'
import { askWithArguments } from './open.ts'
import type { Judge } from '../language/judge.ts'
import { finalOf } from './final.ts'
import { namesHidden } from '../sight/names-hidden.ts'
import type { AssignmentChange } from '../assignments/assignment.ts'
import { ActiveMembership } from '../assignments/membership.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Candidate } from '../remedies/plan.ts'
import { plansFor, smallestFirst } from '../remedies/remedies.ts'
import { type Prospect, prospectOf } from './prospect.ts'
import type { Question } from '../call/question.ts'
import type { Reader } from '../world/reader.ts'
import { readerOf } from '../sight/readers.ts'
import { ruleOf } from '../language/rules.ts'
import { worldAhead } from '../sight/world-ahead.ts'
import { isActiveMember } from '../world/membership.ts'
import { membershipDenial } from './decision.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** A way to become an active member, and what the question would be answered then. */
interface Entrance {
  readonly admission: AssignmentChange
  readonly after: World
  readonly prospect: Prospect
}

/** What the question needs beside the membership: nothing, or one of several plans. */
const plansWithin = (judge: Judge, { after, prospect }: Entrance): readonly Candidate[] => {
  if (prospect.kind === 'allowed') return [{ changes: [], unmet: [], isSound: () => true }]
  const assessment = prospect.kind === 'denied' ? prospect.assessment : undefined
  return assessment ? plansFor(judge, after, assessment) : []
}

/** Plans that begin with becoming a member. Where a plan accepts two invitations, one alone must not do. */
const plansThrough = (
  judge: Judge,
  world: World,
  asked: Question,
  reader: Reader,
  entrance: Entrance,
): readonly Candidate[] => {
  const { admission } = entrance
  const isAllowedBy = (changes: readonly AssignmentChange[]): boolean => {
    const after = overlay(world, changes)
    const person = after.user(asked.actor.id)
    return (
      person !== undefined &&
      isActiveMember(person) &&
      prospectOf(judge, after, asked, reader).kind === 'allowed'
    )
  }
  return plansWithin(judge, entrance).map(({ changes, unmet, isSound }) => ({
    changes: [admission, ...changes],
    unmet: [{ assignment: admission.assignment, met: false }, ...unmet],
    isSound: () => isSound() && !(changes.length > 0 && isAllowedBy(changes)),
  }))
}

/** A question whose answer depends on what is hidden, and on whether there is such a resource. */
const veiled: Prospect = {
  kind: 'denied',
  need: '',
  assessment: undefined,
  open: undefined,
  isVeiled: true,
}

/**
 * What the last words are about. What somebody would see as a member is not theirs to know as long as
 * nobody can make them one: of what they name and do not see now, all is told alike.
 */
const prospectsToTell = (
  judge: Judge,
  world: World,
  asked: Question,
  reader: Reader,
  entrances: readonly Entrance[],
): readonly Prospect[] => {
  const prospects = entrances.map(({ prospect }) => prospect)
  const action = 'operation' in asked ? asked.operation : asked.action
  const isKnown = isOperation(action)
    ? Object.hasOwn(judge.policy.changes, action)
    : ruleOf(judge.policy, action) !== undefined
  const isOutside = !isActiveMember(reader.user)
  return isOutside && isKnown && namesHidden(judge, world, reader, asked) ? [veiled] : prospects
}

/** What the question leaves open, in a sentence; undefined where nothing that it could name would help. */
const whatIsOpen = (entrances: readonly Entrance[]): string | undefined => {
  for (const { prospect } of entrances) {
    if (prospect.kind === 'open') return askWithArguments
    if (prospect.kind === 'denied' && prospect.open !== undefined) {
      return `Name the ${prospect.open} to learn what would allow it.`
    }
  }
  return undefined
}

/**
 * Why somebody may do nothing at all, and what would allow what they ask: the membership resumed or an
 * invitation accepted, and what the rules need then. Undefined for an active member. `refusal` says why
 * an active member's call would be refused that the rules allow.
 */
export const explainMembershipDenial = (
  judge: Judge,
  whole: World,
  asked: Question,
  asker: UserRecord = asked.actor,
  refusal: () => string | undefined = () => undefined,
): Decision | undefined => {
  const { actor } = asked
  const action = 'operation' in asked ? asked.operation : asked.action
  const decision = membershipDenial(judge, actor, action, asker)
  if (!decision) return undefined
  const reader = readerOf(judge, whole, asker)
  const admissions = admissionsOf(judge, whole, actor, reader)
  const membership = new ActiveMembership({ user: actor })
  const world = worldAhead(whole, asked, reader)
  const entrances = (admissions.length > 0 ? admissions : [{ assignment: membership }]).map(
    (admission): Entrance => {
      const after = overlay(world, [admission])
      return { admission, after, prospect: prospectOf(judge, after, asked, reader) }
    },
  )
  const plans =
    admissions.length === 0
      ? []
      : entrances.flatMap((one) => plansThrough(judge, world, asked, reader, one))
  const { alternatives, more } = alternativesOf(judge, whole, reader, smallestFirst(world, plans))
  if (alternatives.length > 0 || more > 0) {
    return { ...decision, alternatives, ...(more > 0 && { moreAlternatives: more }) }
  }
  const open = admissions.length > 0 ? whatIsOpen(entrances) : undefined
  return open === undefined
    ? {
        ...decision,
        final: finalOf(
          whole,
          actor,
          admissions,
          prospectsToTell(judge, whole, asked, reader, entrances),
          refusal,
        ),
      }
    : { ...decision, text: `${decision.text} ${open}` }
}
