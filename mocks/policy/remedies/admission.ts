import { operationsOn } from '../../generated/contract.ts'
import { bind } from '../decide/bind.ts'
import { effectsOf } from '../effects/effects.ts'
import type { Judge } from '../language/judge.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import type { Reader } from '../world/reader.ts'
import { remedyCalls } from '../assignments/calls.ts'
import { AcceptedEntry, ActiveMembership } from '../assignments/membership.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import { isForAddress, pendingInvitation } from '../world/membership.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** Roles that the person gets by the effects of accepting. */
const broughtBy = (
  judge: Judge,
  world: World,
  person: UserRecord,
  assignment: Assignment,
): AssignmentChange[] =>
  remedyCalls(world, [{ assignment }]).flatMap(({ operation, args }) => {
    if (operation === operationsOn.user.update) return []
    const call = bind(judge, world, person, operation, args)
    return effectsOf(judge.policy, world, call, call.resources).flatMap(
      (effect): AssignmentChange[] =>
        effect.kind === 'role' && effect.user === person.id
          ? [{ assignment: new OrganizationRole({ user: person }), role: effect.role }]
          : [],
    )
  })

/** Accepting what invites the person, with the roles that come with it. */
const accepted = (
  judge: Judge,
  world: World,
  person: UserRecord,
  assignment: Assignment,
): AssignmentChange => {
  const brings = broughtBy(judge, world, person, assignment)
  return { assignment, ...(brings.length > 0 && { brings }) }
}

/** Entries for the person's address that wait for an answer, as far as the reader may see them. */
const pendingEntries = (world: World, person: UserRecord, reader: Reader): readonly Assignment[] =>
  [...world.entriesOf(person.email)].flatMap((entry) => {
    const project = world.project(entry.project)
    const isPending = entry.status === 'pending' && isForAddress(entry, person)
    return project && isPending && reader.sees('member', entry)
      ? [new AcceptedEntry({ user: person, project, entry })]
      : []
  })

/**
 * Each change that would make an active member of somebody who is none: the membership resumed, or
 * one of the invitations accepted that they have not answered.
 */
export const admissionsOf = (
  judge: Judge,
  world: World,
  person: UserRecord,
  reader: Reader,
): readonly AssignmentChange[] => {
  const membership = new ActiveMembership({ user: person })
  if (person.paused && person.status === 'active') return [{ assignment: membership }]
  const invitation = pendingInvitation(world, person)
  const isInvited = invitation !== undefined && reader.sees('invitation', invitation)
  // Whoever is paused answers nothing before they are resumed.
  const entries = person.paused ? [] : pendingEntries(world, person, reader)
  return [...(isInvited ? [membership] : []), ...entries].map((assignment) =>
    accepted(judge, world, person, assignment),
  )
}
