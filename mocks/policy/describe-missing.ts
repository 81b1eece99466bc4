import type { Decision } from '../../src/index.ts'
import { holdsIn } from './holding.ts'
import type { Need } from './needs.ts'
import type { Policy } from './policy.ts'
import { roleInSlot } from './slot-state.ts'
import type { Slot } from './slot.ts'
import type { RoleRecord, UserRecord, World } from './world.ts'

type Missing = Decision['alternatives'][number]['missing'][number]

const series = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** Teams in which the person holds the permission. */
const teamsWith = (world: World, person: UserRecord, permission: string): string[] =>
  Object.keys(person.teams).filter((team) => holdsIn(world, person, team, permission))

/** The permissions of one slot’s needs that it does not give now. */
const lackingIn = (needs: readonly Need[]): readonly string[] => [
  ...new Set(needs.flatMap(({ met, permission }) => (met ? [] : (permission ?? [])))),
]

/** Where a slot is, in words. */
const placeOf = ({ nouns }: Policy, slot: Slot): string => {
  switch (slot.kind) {
    case 'team_role':
      return `${nouns.team} ${slot.team.key}`
    case 'organization_role':
    case 'grant':
    case 'feature':
    case 'status':
      return 'the organization'
    case 'entry_role':
    case 'entry_right':
    case 'entry_grant':
    case 'entry_status':
      return `${nouns.project} ${slot.project.key}`
  }
}

const whereOf = (world: World, slot: Slot): { type: string; id: string; key?: string } => {
  switch (slot.kind) {
    case 'team_role':
      return { type: 'team', id: slot.team.id, key: slot.team.key }
    case 'organization_role':
    case 'grant':
    case 'feature':
    case 'status':
      return { type: 'organization', id: world.organization.id }
    case 'entry_role':
    case 'entry_right':
    case 'entry_grant':
    case 'entry_status':
      return { type: 'project', id: slot.project.id, key: slot.project.key }
  }
}

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
  needs: readonly Need[],
): string => {
  const slot = needs[0]?.slot
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
      const [permission] = lackingIn(needs)
      const role = roleInSlot(world, slot)
      if (needs[0]?.role !== undefined) {
        return role
          ? `${person.possessive} role is ${role.key}.`
          : `${person.does('have', 'has')} no role.`
      }
      return haveOfRole(policy, world, person, slot, permission, role)
    }
  }
}

const requiredText = (
  policy: Policy,
  slot: Slot,
  lacking: readonly string[],
  role: string | undefined,
): string => {
  const place = placeOf(policy, slot)
  if (role !== undefined) return `Role ${role} in ${place}.`
  switch (slot.kind) {
    case 'feature':
      return `The feature ${slot.feature} in the plan.`
    case 'grant':
      return `The grant ${slot.grant}.`
    case 'entry_grant':
      return `The grant ${slot.grant} on ${place}.`
    case 'entry_right':
      return `The right to ${slot.right} on ${place}.`
    case 'status':
      return 'An active membership.'
    case 'entry_status':
      return `An accepted entry on ${place}.`
    case 'organization_role':
      return lacking.length === 0
        ? `A role in ${place} that reaches it.`
        : `${series(lacking)} held in ${place}.`
    case 'team_role':
      return lacking.length === 0
        ? `Membership of ${place}.`
        : `${series(lacking)} held in ${place}.`
    case 'entry_role':
      return lacking.length === 0 ? `An entry on ${place}.` : `${series(lacking)} on ${place}.`
  }
}

const requirementOf = (
  world: World,
  needs: readonly Need[],
  slot: Slot,
  lacking: readonly string[],
): Missing['requirement'] => {
  const where = whereOf(world, slot)
  switch (slot.kind) {
    case 'feature':
      return { kind: 'feature', feature: slot.feature, in: where }
    case 'grant':
    case 'entry_grant':
      return { kind: 'grant', grant: slot.grant, in: where }
    case 'entry_right':
      return { kind: 'right', right: slot.right, in: where }
    case 'status':
      return { kind: 'status', status: 'active', in: where }
    case 'entry_status':
      return { kind: 'status', status: 'accepted', in: where }
    default: {
      const [permission] = lacking
      const { user } = slot
      const role = needs[0]?.role
      if (role !== undefined) {
        return { kind: 'role', role, in: where, user: { id: user.id, email: user.email } }
      }
      if (permission === undefined) {
        return { kind: 'member', in: where, user: { id: user.id, email: user.email } }
      }
      const covers = needs.some(({ leaf }) => 'covers' in leaf)
      return covers || lacking.length > 1
        ? { kind: 'covers', in: where, permissions: lacking }
        : { kind: 'permission', permission, in: where }
    }
  }
}

const statusOf = (slot: Slot): { status?: string } => {
  if (slot.kind === 'status') return { status: slot.user.paused ? 'paused' : 'pending' }
  return slot.kind === 'entry_status' ? { status: slot.entry.status } : {}
}

/** What is unmet in one slot as the decision tells it: what is required, what there is, and both in words. */
export const describeMissing = (
  policy: Policy,
  world: World,
  asker: UserRecord,
  needs: readonly [Need, ...Need[]] | readonly Need[],
): Missing => {
  const [first] = needs
  if (!first) throw new Error('Nothing is missing.')
  const { slot } = first
  const lacking = lackingIn(needs)
  const [permission] = lacking
  const role = roleInSlot(world, slot)
  return {
    requirement: requirementOf(world, needs, slot, lacking),
    have: {
      ...statusOf(slot),
      ...(slot.kind.endsWith('_role') && { member: role !== undefined }),
      ...(role && { role: role.key }),
      ...(permission !== undefined &&
        slot.kind === 'team_role' && { heldIn: teamsWith(world, slot.user, permission) }),
    },
    text: `${requiredText(policy, slot, lacking, first.role)} ${describeHave(policy, world, asker, needs)}`,
  }
}
