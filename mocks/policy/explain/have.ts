import { lackingIn, placeOf, series } from '../slots/words.ts'
import { holdsIn } from '../world/permits.ts'
import type { Lack } from '../slots/need.ts'
import type { Policy } from '../language/policy.ts'
import { roleInSlot } from '../slots/state.ts'
import type { Slot } from '../slots/slot.ts'
import type { World } from '../world/world.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'

/** Teams in which the person holds the permission. */
export const teamsWith = (world: World, person: UserRecord, permission: string): string[] =>
  Object.keys(person.teams).filter((team) => holdsIn(world, person, team, permission))

interface Person {
  subject: string
  /** `You hold`, or `lead@acme.test holds`. */
  does(second: string, third: string): string
  /** `Your`, or `lead@acme.test’s`. */
  possessive: string
}

const personOf = (user: UserRecord, asker: UserRecord): Person => {
  const isAsker = user.id === asker.id
  const subject = isAsker ? 'You' : user.email
  return {
    subject,
    does: (second, third) => `${subject} ${isAsker ? second : third}`,
    possessive: isAsker ? 'Your' : `${subject}’s`,
  }
}

const haveOfRole = (
  policy: Policy,
  world: World,
  { does, possessive }: Person,
  slot: Exclude<Slot, { kind: 'feature' }>,
  permission: string | undefined,
  role: RoleRecord | undefined,
): string => {
  const place = placeOf(policy, slot)
  if (permission === undefined && slot.kind === 'organization_role') {
    return role
      ? `${possessive} role in ${place}, ${role.key}, does not.`
      : `${does('have', 'has')} no role in ${place}.`
  }
  if (permission === undefined) return `${does('are', 'is')} not a member of ${place}.`
  const elsewhere = slot.kind === 'team_role' ? teamsWith(world, slot.user, permission) : []
  if (elsewhere.length > 0) {
    const teams = elsewhere.length === 1 ? policy.nouns.team : `${policy.nouns.team}s`
    return `${does('hold', 'holds')} it only in ${teams} ${series(elsewhere)}.`
  }
  if (role) return `${possessive} role in ${place}, ${role.key}, lacks it.`
  return slot.kind === 'team_role'
    ? `${does('hold', 'holds')} it in no ${policy.nouns.team}.`
    : `${does('have', 'has')} no role in ${place}.`
}

/** What there is in the slot instead of what is needed of it, in words. */
export const describeHave = (
  policy: Policy,
  world: World,
  asker: UserRecord,
  lacks: readonly Lack[],
): string => {
  const slot = lacks[0]?.slot
  if (!slot) return ''
  if (slot.kind === 'feature') return 'The plan does not include it.'
  const person = personOf(slot.user, asker)
  switch (slot.kind) {
    case 'grant':
    case 'entry_grant':
      return `It is not ticked for ${person.subject === 'You' ? 'you' : person.subject}.`
    case 'entry_right':
      return `${person.does('do', 'does')} not have it.`
    case 'status':
      return slot.user.paused
        ? `${person.possessive} membership is paused.`
        : `${person.does('have', 'has')} not accepted the invitation.`
    case 'entry_status':
      return `${person.does('have', 'has')} not accepted the invitation.`
    default: {
      const [permission] = lackingIn(lacks)
      const role = roleInSlot(world, slot)
      if (lacks[0]?.role !== undefined) {
        return role
          ? `${person.possessive} role is ${role.key}.`
          : `${person.does('have', 'has')} no role.`
      }
      return haveOfRole(policy, world, person, slot, permission, role)
    }
  }
}
