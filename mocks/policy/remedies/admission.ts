import { bind } from '../decide/bind.ts'
import { effectsOf } from '../effects/effects.ts'
import type { Judge } from '../language/judge.ts'
import type { SlotChange } from '../slots/overlay.ts'
import type { Reader } from '../world/reader.ts'
import { remedyCalls } from '../slots/calls.ts'
import type { Slot } from '../slots/slot.ts'
import { isForAddress, pendingInvitation } from '../world/standing.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** Roles that the person gets by the effects of accepting. */
const broughtBy = (judge: Judge, world: World, person: UserRecord, slot: Slot): SlotChange[] =>
  remedyCalls(world, [{ slot }]).flatMap(({ operation, args }) => {
    if (operation === 'users.update') return []
    const call = bind(judge, world, person, operation, args)
    return effectsOf(judge.policy, world, call, call.resources).flatMap((effect): SlotChange[] =>
      effect.kind === 'role' && effect.user === person.id
        ? [{ slot: { kind: 'organization_role', user: person }, role: effect.role }]
        : [],
    )
  })

/** Accepting what invites the person, with the roles that come with it. */
const accepted = (judge: Judge, world: World, person: UserRecord, slot: Slot): SlotChange => {
  const brings = broughtBy(judge, world, person, slot)
  return { slot, ...(brings.length > 0 && { brings }) }
}

/** Entries for the person's address that wait for an answer, as far as the reader may see them. */
const pendingEntries = (world: World, person: UserRecord, reader: Reader): readonly Slot[] =>
  [...world.entriesOf(person.email)].flatMap((entry): Slot[] => {
    const project = world.project(entry.project)
    const isPending = entry.status === 'pending' && isForAddress(entry, person)
    return project && isPending && reader.sees('member', entry)
      ? [{ kind: 'entry_status', user: person, project, entry }]
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
): readonly SlotChange[] => {
  const membership: Slot = { kind: 'status', user: person }
  if (person.paused && person.status === 'active') return [{ slot: membership }]
  const invitation = pendingInvitation(world, person)
  const isInvited = invitation !== undefined && reader.sees('invitation', invitation)
  // Whoever is paused answers nothing before they are resumed.
  const entries = person.paused ? [] : pendingEntries(world, person, reader)
  return [...(isInvited ? [membership] : []), ...entries].map((slot) =>
    accepted(judge, world, person, slot),
  )
}
