import { permitsOfEntry } from './entry-roles.ts'
import type { Permits } from './holding.ts'
import type { Slot } from './slot.ts'
import { type Want, type Wants, wantsOfRole } from './want.ts'
import { fixed, nothingPermitted, type Setting, type Way } from './way.ts'
import type { MemberRecord } from './world.ts'

const wantsOfOwnEntry = (setting: Setting, permission: string): readonly Wants[] => {
  const { policy, world, person: user, project } = setting
  const rights = (['upload', 'download'] as const)
    .filter((right) => policy.rights?.[right] === permission)
    .map((right): Wants => [{ slot: { kind: 'entry_right', user, project, right } }])
  const byCategory = Map.groupBy(
    [...world.roles()].filter(({ scope }) => scope === 'project'),
    ({ category = 'project' }) => category,
  )
  const box = (grant: string): Slot => ({ kind: 'entry_grant', user, project, grant })
  const roles = [...byCategory].flatMap(([category, ofCategory]) =>
    wantsOfRole({ kind: 'entry_role', user, project, category }, ofCategory, permission, box),
  )
  return [...rights, ...roles]
}

/** The person's own entry, there or not: what it lacks can be added. */
const throughOwnEntry = (setting: Setting, entry: MemberRecord | undefined): Way => {
  const { person: user, project } = setting
  return {
    open: entry !== undefined,
    owner: false,
    permits: entry ? permitsOfEntry(setting, entry) : nothingPermitted,
    couldGive: (permission) => wantsOfOwnEntry(setting, permission),
    couldOpen: () => [
      [{ slot: { kind: 'entry_role', user, project, category: 'project' }, fits: () => true }],
    ],
  }
}

/** An entry that invites the person opens once they accept it. */
const throughAcceptance = (
  { person: user, project }: Setting,
  entry: MemberRecord,
  permits: Permits,
): Way => {
  const slot: Slot = { kind: 'entry_status', user, project, entry }
  return {
    open: false,
    owner: false,
    permits,
    couldGive: (permission) => (permits.always.has(permission) ? [[{ slot }]] : []),
    couldOpen: () => [[{ slot }]],
  }
}

/** Somebody else’s entry that covers the person: their address’s, or a team’s. */
const throughOthersEntry = (setting: Setting, entry: MemberRecord): Way | undefined => {
  const { world, person } = setting
  if (entry.subject.type === 'email') {
    if (entry.subject.id !== person.email) return undefined
    const permits = permitsOfEntry(setting, entry)
    return entry.status === 'pending'
      ? throughAcceptance(setting, entry, permits)
      : fixed(entry.status === 'accepted', permits)
  }
  const team = world.team(entry.subject.id)
  if (!team) return undefined
  const open = Object.hasOwn(person.teams, team.key)
  const permits = permitsOfEntry(setting, entry)
  const joining: Want = {
    slot: { kind: 'team_role', user: person, team },
    fits: () => true,
    joins: true,
  }
  return {
    open,
    owner: false,
    permits,
    couldGive: (permission) => (permits.always.has(permission) ? [[joining]] : []),
    couldOpen: () => [[joining]],
  }
}

/** An entry for the person, for their address or for a team of theirs gives its own roles. */
export const throughEntries = (
  setting: Setting,
  entries: readonly MemberRecord[],
): readonly Way[] => {
  const own = entries.find(({ subject }) => subject.id === setting.person.id)
  const others = entries.flatMap((entry) => throughOthersEntry(setting, entry) ?? [])
  return [throughOwnEntry(setting, own), ...others]
}
