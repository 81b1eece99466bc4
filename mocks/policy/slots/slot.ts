import { inTeam } from '../world/roles.ts'
import type { RolePlace } from '../world/world.ts'
import type { MemberRecord, ProjectRecord, TeamRecord, UserRecord } from '../language/records.ts'

/** Something that a remedy may change: of the one who asks, or of what the call names. */
export type Slot =
  | { kind: 'team_role'; user: UserRecord; team: TeamRecord }
  | { kind: 'organization_role'; user: UserRecord }
  /** The role of the user's own entry on the project, in one category; where projects have no roles, one of a team's. */
  | {
      kind: 'entry_role'
      user: UserRecord
      project: ProjectRecord
      category: string
      of?: 'team'
    }
  /** A right of the user's own entry on the project. */
  | { kind: 'entry_right'; user: UserRecord; project: ProjectRecord; right: 'upload' | 'download' }
  | { kind: 'entry_grant'; user: UserRecord; project: ProjectRecord; grant: string }
  | { kind: 'grant'; user: UserRecord; grant: string }
  | { kind: 'feature'; feature: string }
  /** An active membership: resumed, or the invitation to it accepted. */
  | { kind: 'status'; user: UserRecord }
  /** An entry for the user’s address, accepted. */
  | { kind: 'entry_status'; user: UserRecord; project: ProjectRecord; entry: MemberRecord }

/** Where the role of an entry's slot is held. */
export const placeOfEntryRole = ({
  category,
  of,
}: Extract<Slot, { kind: 'entry_role' }>): RolePlace =>
  of === 'team' ? inTeam : { scope: 'project', category }

/** The same text for the same slot. */
export const slotKey = (slot: Slot): string => {
  switch (slot.kind) {
    case 'team_role':
      return `${slot.kind} ${slot.user.id} ${slot.team.key}`
    case 'organization_role':
      return `${slot.kind} ${slot.user.id}`
    case 'entry_role':
      return `${slot.kind} ${slot.user.id} ${slot.project.key} ${slot.category}`
    case 'entry_right':
      return `${slot.kind} ${slot.user.id} ${slot.project.key} ${slot.right}`
    case 'entry_grant':
      return `${slot.kind} ${slot.user.id} ${slot.project.key} ${slot.grant}`
    case 'grant':
      return `${slot.kind} ${slot.user.id} ${slot.grant}`
    case 'feature':
      return `${slot.kind} ${slot.feature}`
    case 'status':
      return `${slot.kind} ${slot.user.id}`
    case 'entry_status':
      return `${slot.kind} ${slot.entry.id}`
  }
}
