import type { Quote, RulebookEntry } from '../../policy/language/policy.ts'

const quote = (section: string, ...texts: readonly string[]): readonly Quote[] =>
  texts.map((text) => ({ text, section }))

/** A row of an access table, with the columns that it marks. */
const row = (section: string, text: string, ...columns: readonly string[]): Quote => ({
  text,
  row: Object.fromEntries(columns.map((column) => [column, 'x'])),
  section,
})

const rights = 'Upload and Download rights'
const manageTeam = row('Project Access', 'Manage project team', 'Administrator')
const changeOwner = quote(
  'Project Owner',
  'This can be done by the current project owner, the tenant administrator or a project administrator of the current project.',
)

/** The rules by id, with the vendor’s own words. */
export const rulebook: Readonly<Record<string, RulebookEntry>> = {
  'IC-01': {
    text: 'A project administrator or the owner adds a user of the tenant, an e-mail address or a workgroup of the tenant to the project’s team.',
    origin: 'documented',
    quotes: [
      ...quote(
        'Team',
        "Projects may be shared by modifying the project's Team.",
        'User within the current tenant',
        'Workgroup within the current tenant',
      ),
      manageTeam,
    ],
  },
  'IC-02': {
    text: 'An e-mail entry is pending until its person accepts or rejects it, and counts only if it is accepted; an answer is final.',
    origin: 'documented',
    quotes: quote(
      'Team',
      'User can accept or reject invites. The status column shows a green checkmark for accept, an orange question mark for users that have not repsonede and a red x for users that rejected the invite.',
    ),
  },
  'IC-03': {
    text: 'If several entries match one person, the highest level of each category counts, and a right if any of them has it.',
    origin: 'reading',
    quotes: quote(
      'The paragraph below the access tables',
      'If a user qualifies for multiple entities added to the project team (ie, added as an individual user and is a member of an added workgroup), the highest level of access provided by an intersection of the roles is granted.',
    ),
    on: ['artifacts.get'],
  },
  'IC-04': {
    text: 'Uploading and downloading need their right, whatever the role.',
    origin: 'documented',
    quotes: quote(
      rights,
      'While the categories will determine most of what a user can do or see, explicit upload and download rights need to be granted for users.',
    ),
  },
  'IC-05': {
    text: 'The current owner, a tenant administrator and a project administrator of the project change its owner, and nobody else.',
    origin: 'documented',
    quotes: changeOwner,
  },
  'IC-06': {
    text: 'The owner has an administrator’s rights on the project itself, and can’t be removed before another owner is set.',
    origin: 'reading',
    quotes: quote(
      'Project Owner',
      'To change the project owner, select the Edit project owner button at the top right and select the new project owner from the list.',
    ),
  },
  'IC-07': {
    text: 'The new owner is another active user of the tenant.',
    origin: 'reading',
    quotes: quote('Project Owner', 'select the new project owner from the list.'),
  },
  'IC-08': {
    text: 'Each row of the four access tables needs a role that an entry gives in that category.',
    origin: 'documented',
    quotes: [
      ...quote(
        'Roles',
        'Each entity added to the project team will have an assigned role with regards to specific categories of functionality in the application.',
      ),
      row('Project Access', 'Delete/archive data', 'Administrator'),
      row('Flow Access', 'Create analyses', 'Contributor'),
      row('Base Access', 'Export tables', 'Viewer', 'Contributor'),
      row('Bench Access', 'Execute a notebook', 'Contributor', 'Administrator'),
    ],
  },
  'IC-09': {
    text: 'An update of an entry with a stale If-Match changes nothing.',
    origin: 'reading',
    on: ['projects.members.update'],
  },
  'IC-10': {
    text: 'A tenant administrator sees and edits every project’s details and changes its owner, without managing its team; one active tenant administrator remains.',
    origin: 'reading',
    quotes: changeOwner,
  },
  'IC-11': {
    text: 'Any active user creates a project and owns it. An effective entry, ownership or tenant administration shows a project; without one of them it is hidden.',
    origin: 'reading',
    quotes: quote('Team', "Projects may be shared by modifying the project's Team."),
  },
  'AD-17': {
    text: 'In hardened mode, nobody hands out a permission that they do not hold there.',
    origin: 'reading',
  },
}
