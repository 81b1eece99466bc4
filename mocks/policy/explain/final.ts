import type { AssignmentChange } from '../assignments/assignment.ts'
import type { Prospect } from './prospect.ts'
import { operationsOn } from '../../generated/contract.ts'
import type { Policy } from '../language/policy.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** A question of a person without an active membership that nothing would allow. */
interface Hopeless {
  readonly policy: Policy
  readonly world: World
  readonly person: UserRecord
  /** The changes that would make the person an active member. */
  readonly admissions: readonly AssignmentChange[]
  /** The answers after these changes. */
  readonly prospects: readonly Prospect[]
  /** Returns why a call that the rules allow would still be refused, if the reader may know. */
  readonly refusal: () => string | undefined
}

/** How the last invitation ended, without a full stop; undefined if it did not end. */
const endOfInvitation = (world: World, { email }: UserRecord): string | undefined => {
  const last = [...world.invitationsOf(email)].at(-1)
  return last?.status === 'withdrawn' || last?.status === 'rejected'
    ? `The invitation was ${last.status}`
    : undefined
}

/** Says that a membership would be enough, and that nobody can give it. */
const onlyMembership = ({ policy, world, person, admissions }: Hopeless): string => {
  if (person.paused && person.status === 'active') {
    return 'Only a resumed membership would allow it, and nobody may resume it.'
  }
  if (admissions.length > 0) {
    return 'Only an active membership would allow it, and nobody may make it active.'
  }
  const past = endOfInvitation(world, person)
  if (past !== undefined) return `${past}: only a new one would help.`
  // Once a member, a person can be invited again, or is added.
  const { create } = operationsOn.invitation
  return Object.hasOwn(policy.changes, create)
    ? 'Only an active membership would allow it, which begins with an invitation.'
    : 'Only an active membership would allow it.'
}

const alone = 'An active membership alone would not allow it'

const hiddenText =
  'It takes an active membership first. What else it takes depends on what is hidden.'

/** Explains why nobody can do anything that would allow the question. Claims nothing that may be untrue. */
export const finalOf = (hopeless: Hopeless): string => {
  const { world, person, admissions, prospects, refusal } = hopeless
  const best =
    prospects.find(({ kind }) => kind === 'allowed') ??
    prospects.find(({ kind }) => kind === 'denied') ??
    prospects[0]
  if (best?.kind === 'not_offered') return `No membership would allow it: ${best.why}.`
  switch (best?.kind) {
    case 'allowed': {
      const why = refusal()
      return why === undefined
        ? onlyMembership(hopeless)
        : `Once allowed, it would be refused all the same: ${why}`
    }
    case 'hidden':
      return `${alone}: something that it names does not exist, or is hidden.`
    case 'denied': {
      if (best.dependsOnHidden) return hiddenText
      const past = admissions.length === 0 ? endOfInvitation(world, person) : undefined
      return `${past === undefined ? '' : `${past}. `}${alone}: ${best.need}`
    }
    default:
      return 'No arguments would allow it without an active membership.'
  }
}
