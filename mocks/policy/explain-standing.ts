import type { Decision } from '../../src/index.ts'
import { alternativesOf } from './alternatives.ts'
import { bind } from './bind.ts'
import type { Call } from './call.ts'
import { decide } from './decide.ts'
import { inquiryOfCall } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { overlay } from './overlay.ts'
import type { Candidate } from './plan.ts'
import { plansFor } from './plans.ts'
import { type Reader, readerOf } from './reader.ts'
import type { Slot } from './slot.ts'
import { pendingInvitation, standing } from './standing.ts'
import { sees } from './visibility.ts'
import type { UserRecord, World } from './world.ts'

/** What a call needs beside an active membership: nothing, one of several plans, or what nobody can give. */
const plansAfter = (
  judge: Judge,
  world: World,
  call: Call,
  reader: Reader,
): readonly Candidate[] => {
  const inquiry = inquiryOfCall(judge, world, call, reader)
  if ('notOffered' in inquiry) return []
  return decide(judge, world, call) === 'yes'
    ? [{ changes: [], unmet: [], isSound: () => true }]
    : plansFor(judge, world, inquiry)
}

/**
 * Why somebody may do nothing at all, and what would allow the call: the membership resumed or the
 * invitation accepted, and what the rules need then. Undefined for an active member.
 */
export const explainStanding = (
  judge: Judge,
  world: World,
  call: Call,
  asker: UserRecord = call.actor,
): Decision | undefined => {
  const { actor, operation, args } = call
  const decision = standing(judge, world, actor, operation, asker)
  const reader = readerOf(judge, world, asker)
  const invitation = pendingInvitation(world, actor)
  const isOpen = actor.paused || (invitation && reader.sees('invitation', invitation))
  if (!decision || !isOpen) return decision
  const slot: Slot = { kind: 'status', user: actor }
  const after = overlay(world, [{ slot }])
  const member = after.user(actor.id) ?? actor
  const again = bind(judge, after, member, operation, args)
  // A membership alone shows nobody what is hidden, or whether it is there.
  const isFound =
    again.missing.length === 0 && sees({ judge, world: after, actor: member, things: again.things })
  const { alternatives, more } = alternativesOf(
    judge,
    world,
    reader,
    (isFound ? plansAfter(judge, after, again, reader) : []).map(({ changes, unmet, isSound }) => ({
      changes: [{ slot }, ...changes],
      unmet: [{ slot }, ...unmet],
      isSound,
    })),
  )
  if (alternatives.length === 0 && more === 0) return decision
  const { final: _, ...denied } = decision
  return { ...denied, alternatives, ...(more > 0 && { moreAlternatives: more }) }
}
