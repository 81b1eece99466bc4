import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Decision } from '../../src/generated/models.ts'
import { namesOneself } from '../policy/world/oneself.ts'
import { answersInvitation, isOpenToAll, isQuestion } from '../policy/world/standing.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Platform, Request } from './platform.ts'

/**
 * Whether somebody asks what they themselves may do: the answer is what their call would be answered.
 * The question is not known yet when the body has not been read.
 */
const asksAboutSelf = ({ actor, operation, args: [input] }: Request<string>): boolean => {
  if (!isQuestion(operation)) return false
  const { evaluations } = isRecord(input) ? input : {}
  const batch: readonly unknown[] = Array.isArray(evaluations) ? evaluations : []
  return [input, ...batch].every((question) => isAbout(actor, question))
}

/** What names nobody is about whom the whole batch is about, or is refused for it. */
const isAbout = (actor: UserRecord, question: unknown): boolean => {
  const { subject } = isRecord(question) ? question : {}
  if (subject === undefined) return true
  return isRecord(subject) && namesOneself(actor, String(subject.id))
}

/**
 * Why somebody may do nothing at all here; undefined for an active member, and for what everyone who
 * can sign in may do: learn who they are and what they may do, and, unless they are paused, answer an
 * invitation. `asker`, the actor by default, is told it.
 */
export function standingOf(
  platform: Platform,
  request: Request<string>,
  asker?: UserRecord,
): Decision | undefined {
  const { actor, operation, args } = request
  const { compiled, world } = platform
  const isOpen =
    isOpenToAll(operation) ||
    asksAboutSelf(request) ||
    (!actor.paused && answersInvitation(world, actor, operation, args))
  return isOpen ? undefined : compiled.standing(actor, operation, asker)
}
