import type { AssignmentChange } from '../assignments/assignment.ts'
import type { Prospect } from './prospect.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** What became of the last invitation, as a sentence. */
const whatBecame = (world: World, { email }: UserRecord): string | undefined => {
  const last = [...world.invitationsOf(email)].at(-1)
  return last?.status === 'withdrawn' || last?.status === 'rejected'
    ? `The invitation was ${last.status}`
    : undefined
}

/** That a membership would do, which nobody can give. */
const onlyMembership = (
  world: World,
  person: UserRecord,
  admissions: readonly AssignmentChange[],
): string => {
  if (person.paused && person.status === 'active') {
    return 'Only a resumed membership would allow it, and nobody may resume it.'
  }
  if (admissions.length > 0) {
    return 'Only an active membership would allow it, and nobody may make it one.'
  }
  const past = whatBecame(world, person)
  return past === undefined
    ? 'Only an active membership would allow it.'
    : `${past}: only a new one would help.`
}

const alone = 'An active membership alone would not allow it'

const dependsOnHidden = 'What would allow it beside an active membership depends on what is hidden.'

/**
 * Why nothing that anybody could do would allow it. It promises nothing that does not hold. `refusal` says
 * why a call that the rules allow would be refused all the same, as far as the reader may be told.
 */
export const finalOf = (
  world: World,
  person: UserRecord,
  admissions: readonly AssignmentChange[],
  prospects: readonly Prospect[],
  refusal: () => string | undefined,
): string => {
  const best =
    prospects.find(({ kind }) => kind === 'allowed') ??
    prospects.find(({ kind }) => kind === 'denied') ??
    prospects[0]
  if (best?.kind === 'not_offered') return `No membership would allow it: ${best.why}.`
  switch (best?.kind) {
    case 'allowed': {
      const why = refusal()
      return why === undefined
        ? onlyMembership(world, person, admissions)
        : `Once allowed, it would be refused all the same: ${why}`
    }
    case 'hidden':
      return `${alone}: what it names does not exist, or is hidden.`
    case 'denied': {
      if (best.isVeiled) return dependsOnHidden
      const past = admissions.length === 0 ? whatBecame(world, person) : undefined
      return `${past === undefined ? '' : `${past}. `}${alone}: ${best.need}`
    }
    default:
      return 'No arguments would allow it without an active membership.'
  }
}
