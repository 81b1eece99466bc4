import type { AccessWay } from '../../../mocks/control-client/index.ts'

const texts = {
  organization_role: 'Role in the organization',
  ownership: 'Ownership of the project',
  creation: 'Creation of the project',
  everyone: 'Given to every active member',
  entry: 'Entry of the project',
  team_entry: 'Entry of a team',
} as const satisfies Record<AccessWay['through'], string>

/** Where a right comes from, in words. */
export const sourceText = ({ through, entry }: AccessWay): string =>
  entry === undefined ? texts[through] : `${texts[through]}: ${entry.name}`
