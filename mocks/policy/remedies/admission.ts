import { operationsOn } from '../../generated/contract.ts'
import { bind } from '../decide/bind.ts'
import { effectsOf } from '../effects/effects.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import type { Reader } from '../world/reader.ts'
import { remedyCalls } from '../assignments/calls.ts'
import { AcceptedEntry, ActiveMembership } from '../assignments/membership.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import { isForAddress, pendingInvitation } from '../world/membership.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** The organization roles that the effects of accepting give the person. */
const broughtBy = (
  context: PolicyContext,
  person: UserRecord,
  assignment: Assignment,
): AssignmentChange[] =>
  remedyCalls(context.world, [{ assignment }]).flatMap(({ operation, args }) => {
    if (operation === operationsOn.user.update) return []
    const call = bind(context, { actor: person, operation, args })
    return effectsOf(context.judge.policy, context.world, call, call.resources).flatMap(
      (effect): AssignmentChange[] =>
        effect.kind === 'role' && effect.user === person.id
          ? [{ assignment: new OrganizationRole({ user: person }), role: effect.role }]
          : [],
    )
  })

/** The acceptance of an invitation, with the roles that it brings. */
const accepted = (
  context: PolicyContext,
  person: UserRecord,
  assignment: Assignment,
): AssignmentChange => {
  const brings = broughtBy(context, person, assignment)
  return { assignment, ...(brings.length > 0 && { brings }) }
}

/** The pending entries for the person's address that the reader may see. */
const pendingEntries = (world: World, person: UserRecord, reader: Reader): readonly Assignment[] =>
  [...world.entriesOf(person.email)].flatMap((entry) => {
    const project = world.project(entry.project)
    const isPending = entry.status === 'pending' && isForAddress(entry, person)
    return project && isPending && reader.sees('member', entry)
      ? [new AcceptedEntry({ user: person, project, entry })]
      : []
  })

/**
 * The changes of which each makes the person an active member: resuming, or accepting a pending
 * invitation.
 */
export const admissionsOf = (
  context: PolicyContext,
  person: UserRecord,
  reader: Reader,
): readonly AssignmentChange[] => {
  const { world } = context
  const membership = new ActiveMembership({ user: person })
  if (person.paused && person.status === 'active') return [{ assignment: membership }]
  const invitation = pendingInvitation(world, person)
  const isInvited = invitation !== undefined && reader.sees('invitation', invitation)
  // A paused person can't accept anything.
  const entries = person.paused ? [] : pendingEntries(world, person, reader)
  return [...(isInvited ? [membership] : []), ...entries].map((assignment) =>
    accepted(context, person, assignment),
  )
}
