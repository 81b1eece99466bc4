import type { Judge } from '../language/judge.ts'
import type { AssignmentChange } from '../assignments/assignment.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Candidate } from '../remedies/plan.ts'
import { plansFor } from '../remedies/remedies.ts'
import { type Prospect, prospectOf } from './prospect.ts'
import type { Question } from '../call/question.ts'
import type { Reader } from '../world/reader.ts'
import { isActiveMember } from '../world/membership.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** A question of a person without an active membership, and its reader. */
export interface OutsideQuestion extends PolicyContext {
  readonly question: Question
  readonly reader: Reader
}

/** A way to become an active member, and the answer afterwards. */
export interface Entrance {
  readonly admission: AssignmentChange
  readonly after: World
  readonly prospect: Prospect
}

/** The plans for what the question needs beyond the membership. */
const plansWithin = (judge: Judge, { after, prospect }: Entrance): readonly Candidate[] => {
  if (prospect.kind === 'allowed') return [{ changes: [], unmet: [], isSound: () => true }]
  const assessment = prospect.kind === 'denied' ? prospect.assessment : undefined
  return assessment ? plansFor({ judge, world: after }, assessment) : []
}

/**
 * The plans that begin with becoming a member. A plan that accepts two invitations is sound only if it
 * needs both.
 */
export const plansThrough = (
  { judge, world, question, reader }: OutsideQuestion,
  entrance: Entrance,
): readonly Candidate[] => {
  const { admission } = entrance
  const isAllowedBy = (changes: readonly AssignmentChange[]): boolean => {
    const after = overlay(world, changes)
    const person = after.user(question.actor.id)
    return (
      person !== undefined &&
      isActiveMember(person) &&
      prospectOf({ judge, world: after }, question, reader).kind === 'allowed'
    )
  }
  return plansWithin(judge, entrance).map(({ changes, unmet, isSound }) => ({
    changes: [admission, ...changes],
    unmet: [{ assignment: admission.assignment, met: false }, ...unmet],
    isSound: () => isSound() && !(changes.length > 0 && isAllowedBy(changes)),
  }))
}
