import { isRecord } from '../../src/core/record.ts'
import type { Decision } from '../../src/generated/models.ts'
import { questionsOnOneself } from '../policy/actions.ts'
import type { UserRecord } from '../policy/world.ts'
import type { Platform, Request } from './platform.ts'

/** What whoever is invited may do about it without being a member yet: to the organization, or to a project. */
const ownInvitation: readonly string[] = [
  'invitations.get',
  'invitations.accept',
  'invitations.reject',
]
const ownEntry: readonly string[] = [
  'projects.members.get',
  'projects.members.accept',
  'projects.members.reject',
]

const isInvited = (
  { world }: Pick<Platform, 'world'>,
  { actor: { email }, operation, args: [first, second] }: Request<string>,
): boolean => {
  if (ownInvitation.includes(operation)) return world.invitation(String(first))?.email === email
  const subject = ownEntry.includes(operation) ? world.member(String(second))?.subject : undefined
  return subject?.type === 'email' && subject.id === email
}

/**
 * Whether somebody asks what they themselves may do: the answer is what their call would be answered.
 * The question is not known yet when the body has not been read.
 */
const asksAboutSelf = ({ actor, operation, args: [input] }: Request<string>): boolean => {
  if (!questionsOnOneself.includes(operation)) return false
  const { evaluations } = isRecord(input) ? input : {}
  const batch: readonly unknown[] = Array.isArray(evaluations) ? evaluations : []
  return [input, ...batch].every((question) => isAbout(actor, question))
}

/** What names nobody is about whom the whole batch is about, or is refused for it. */
const isAbout = ({ id, email }: UserRecord, question: unknown): boolean => {
  const { subject } = isRecord(question) ? question : {}
  if (subject === undefined) return true
  const named = isRecord(subject) ? String(subject.id) : ''
  return named === 'me' || named === id || named.toLowerCase() === email
}

/**
 * Why somebody may do nothing at all here; undefined for an active member, and for what everyone who
 * can sign in may do: learn who they are and what they may do, and answer an invitation.
 */
export function standingOf(platform: Platform, request: Request<string>): Decision | undefined {
  const { actor, operation } = request
  if (operation === 'users.me') return undefined
  if (!actor.paused && (asksAboutSelf(request) || isInvited(platform, request))) return undefined
  return platform.compiled.standing(actor, operation)
}
