import type { SlotChange } from './overlay.ts'
import type { Prospect } from './prospect.ts'
import type { UserRecord, World } from './world.ts'

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
  admissions: readonly SlotChange[],
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

/** Why nothing that anybody could do would allow it. It promises nothing that does not hold. */
export const lastWords = (
  world: World,
  person: UserRecord,
  admissions: readonly SlotChange[],
  prospects: readonly Prospect[],
): string => {
  const best =
    prospects.find(({ kind }) => kind === 'allowed') ??
    prospects.find(({ kind }) => kind === 'denied') ??
    prospects[0]
  switch (best?.kind) {
    case 'allowed':
      return onlyMembership(world, person, admissions)
    case 'not_offered':
      return `No membership would allow it: ${best.why}.`
    case 'hidden':
      return `${alone}: what it names does not exist, or is hidden.`
    case 'denied': {
      if (best.isVeiled) {
        return 'What would allow it beside an active membership depends on what is hidden.'
      }
      const past = admissions.length === 0 ? whatBecame(world, person) : undefined
      return `${past === undefined ? '' : `${past}. `}${alone}: ${best.need}`
    }
    default:
      return 'Nothing is allowed without an active membership.'
  }
}
