import type { Decision } from '../../src/index.ts'
import type { Need } from './needs.ts'
import { holdsIn, roleIn } from './role-permissions.ts'
import type { UserRecord, World } from './world.ts'

type Missing = Decision['alternatives'][number]['missing'][number]

const series = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

const heldIn = (world: World, person: UserRecord, permission: string): string[] =>
  Object.keys(person.teams).filter((team) => holdsIn(world, person, team, permission))

/** What the slot's person has instead of what is needed, in words. */
export const describeHave = (world: World, asker: UserRecord, need: Need): string => {
  const { user, team } = need.slot
  const isAsker = user.id === asker.id
  const subject = isAsker ? 'You' : user.email
  const verb = (second: string, third: string): string => `${subject} ${isAsker ? second : third}`
  const [permission] = lackingIn(world, need)
  if (permission === undefined) return `${verb('are', 'is')} not a member of team ${team.key}.`
  const elsewhere = heldIn(world, user, permission)
  if (elsewhere.length > 0) {
    const teams = elsewhere.length === 1 ? 'team' : 'teams'
    return `${verb('hold', 'holds')} it only in ${teams} ${series(elsewhere)}.`
  }
  const role = roleIn(world, user, team.key)
  if (!role) return `${verb('hold', 'holds')} it in no team.`
  return `${isAsker ? 'Your' : `${subject}’s`} role in team ${team.key}, ${role.key}, lacks it.`
}

const lackingIn = (world: World, { slot, permissions }: Need): readonly string[] =>
  permissions.filter((permission) => !holdsIn(world, slot.user, slot.team.key, permission))

const requirementOf = (need: Need, lacking: readonly string[]): Missing['requirement'] => {
  const { user, team } = need.slot
  const where = { type: 'team', id: team.id, key: team.key }
  const [permission] = lacking
  if (permission === undefined) {
    return { kind: 'member', in: where, user: { id: user.id, email: user.email } }
  }
  if ('covers' in need.leaf) return { kind: 'covers', in: where, permissions: lacking }
  return { kind: 'permission', permission, in: where }
}

/** An unmet need as the decision tells it: what is required, what there is instead, and both in words. */
export const describeNeed = (world: World, asker: UserRecord, need: Need): Missing => {
  const { user, team } = need.slot
  const role = roleIn(world, user, team.key)
  const lacking = lackingIn(world, need)
  const [permission] = lacking
  const required = permission === undefined ? 'Membership of' : `${series(lacking)} held in`
  return {
    requirement: requirementOf(need, lacking),
    have: {
      member: role !== undefined,
      ...(role && { role: role.key }),
      ...(permission !== undefined && { heldIn: heldIn(world, user, permission) }),
    },
    text: `${required} team ${team.key}. ${describeHave(world, asker, need)}`,
  }
}
