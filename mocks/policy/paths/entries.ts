import { permitsOfEntry } from './entry-permits.ts'
import { categoriesIn, inEntry, isHeldIn } from '../world/roles.ts'
import { placeOfEntryRole, type Slot } from '../slots/slot.ts'
import { type Want, type Wants, wantsOfRole } from '../slots/want.ts'
import { fixed, nothingPermitted, type Setting, type Way } from './path.ts'
import type { MemberRecord } from '../language/records.ts'

/** What of the person's own entry holds a role, by category. */
const slotsOfOwnEntry = ({ policy, person: user, project }: Setting): readonly EntryRole[] => {
  const categories = categoriesIn(policy)
  return (categories.length === 0 ? ['project'] : categories).map((category) => ({
    kind: 'entry_role',
    user,
    project,
    category,
    ...(inEntry(policy, category).scope === 'team' && { of: 'team' }),
  }))
}

type EntryRole = Extract<Slot, { kind: 'entry_role' }>

const wantsOfOwnEntry = (setting: Setting, permission: string): readonly Wants[] => {
  const { policy, world, person: user, project } = setting
  const rights = (['upload', 'download'] as const)
    .filter((right) => policy.rights?.[right] === permission)
    .map((right): Wants => [{ slot: { kind: 'entry_right', user, project, right } }])
  const box = (grant: string): Slot => ({ kind: 'entry_grant', user, project, grant })
  const roles = slotsOfOwnEntry(setting).flatMap((slot) => {
    const ofCategory = [...world.roles()].filter((role) => isHeldIn(role, placeOfEntryRole(slot)))
    return wantsOfRole(slot, ofCategory, permission, box)
  })
  return [...rights, ...roles]
}

/** The person's own entry, there or not: what it lacks can be added. */
const throughOwnEntry = (setting: Setting, entry: MemberRecord | undefined): Way => {
  return {
    open: entry !== undefined,
    owner: false,
    permits: entry ? permitsOfEntry(setting, entry) : nothingPermitted,
    couldGive: (permission) => wantsOfOwnEntry(setting, permission),
    couldOpen: () =>
      slotsOfOwnEntry(setting)
        .slice(0, 1)
        .map((slot) => [{ slot, fits: () => true }]),
  }
}

/** An entry for the person or their address counts once they have accepted it. */
const throughAnswer = (setting: Setting, entry: MemberRecord): Way => {
  const { person: user, project } = setting
  const permits = permitsOfEntry(setting, entry)
  if (entry.status !== 'pending') return fixed(entry.status === 'accepted', permits)
  const slot: Slot = { kind: 'entry_status', user, project, entry }
  return {
    open: false,
    owner: false,
    permits,
    couldGive: (permission) => (permits.always.has(permission) ? [[{ slot }]] : []),
    couldOpen: () => [[{ slot }]],
  }
}

/** A team's entry covers whoever is in the team. */
const throughTeamsEntry = (setting: Setting, entry: MemberRecord): Way | undefined => {
  const { world, person } = setting
  const team = world.team(entry.subject.id)
  if (!team || entry.status !== 'accepted') return undefined
  const permits = permitsOfEntry(setting, entry)
  const joining: Want = {
    slot: { kind: 'team_role', user: person, team },
    fits: () => true,
    joins: true,
  }
  return {
    open: Object.hasOwn(person.teams, team.key),
    owner: false,
    permits,
    couldGive: (permission) => (permits.always.has(permission) ? [[joining]] : []),
    couldOpen: () => [[joining]],
  }
}

/** An accepted entry for the person, for their address or for a team of theirs gives its own roles. */
export const throughEntries = (
  setting: Setting,
  entries: readonly MemberRecord[],
): readonly Way[] => {
  const { id, email } = setting.person
  const own = entries.find(({ subject }) => subject.id === id)
  const others = entries.flatMap(
    (entry) =>
      (entry.subject.id === email
        ? throughAnswer(setting, entry)
        : throughTeamsEntry(setting, entry)) ?? [],
  )
  // What waits for an answer, or has one, is not changed: it is accepted, or removed and added again.
  const isUnaccepted = own && own.status !== 'accepted'
  return [isUnaccepted ? throughAnswer(setting, own) : throughOwnEntry(setting, own), ...others]
}
