import type { Quote, RulebookEntry } from '../../policy/language/policy.ts'

type Cell = 'Yes' | 'No' | 'Needs permission' | 'Needs permission (Project Admin)'

/** A row of the table of team permissions, with its legend’s words. */
const row = (text: string, owner: Cell, admin: Cell, contributor: Cell): Quote => ({
  text,
  row: { 'Team Owner': owner, 'Team Admin': admin, Contributor: contributor },
  section: 'Team permissions',
})

const quote = (section: string, ...texts: readonly string[]): readonly Quote[] =>
  texts.map((text) => ({ text, section }))

const training = 'Allow Team Admin to run training'
const orchestrate = 'Access to Orchestrate'

/** The rules by id, with the vendor’s own words. */
export const rulebook: Readonly<Record<string, RulebookEntry>> = {
  'SA-01': {
    text: 'The owner alone changes the team’s name and description.',
    origin: 'documented',
    quotes: [row('Change the team name and description', 'Yes', 'No', 'No')],
  },
  'SA-02': {
    text: 'The owner and admins invite; only the owner invites as admin or promotes to it, and nobody is made owner.',
    origin: 'documented',
    quotes: [
      row('Invite team members', 'Yes', 'Yes', 'No'),
      row('Delete or reassign Team Admins', 'Yes', 'No', 'No'),
    ],
  },
  'SA-03': {
    text: 'Only the owner removes or reassigns an admin; the owner is neither removed nor reassigned.',
    origin: 'documented',
    quotes: [row('Delete or reassign Team Admins', 'Yes', 'No', 'No')],
  },
  'SA-04': {
    text: 'The owner and admins set the permissions of Project Admins.',
    origin: 'documented',
    quotes: [row('Set the permissions of Project Admins', 'Yes', 'Yes', 'No')],
  },
  'SA-05': {
    text: 'There is one live token: the owner creates and revokes it, and an admin with the grant sees it.',
    origin: 'documented',
    quotes: [
      row('Generate a token for Python SDK', 'Yes', 'No', 'No'),
      row('View SDK token', 'Yes', 'Needs permission', 'No'),
    ],
  },
  'SA-06': {
    text: 'The owner ticks and unticks the grants of admins, at any time and with immediate effect; a new admin has none.',
    origin: 'documented',
    quotes: [
      ...quote(
        training,
        'You can revoke this permission anytime by unchecking the Run training box.',
      ),
      ...quote(
        orchestrate,
        'As a Team Owner, you can choose to provide your Team Admins access to the Orchestrate feature.',
        'When adding new Team Admins, this option is unchecked by default.',
      ),
      row('Allow Team Admins to access Orchestrate', 'Yes', 'Needs permission', 'No'),
    ],
  },
  'SA-07': {
    text: 'The owner, and an admin with the grant “Run training”, start, change, rerun, stop and delete training runs; the owner sees, stops and changes everyone’s.',
    origin: 'documented',
    quotes: [
      row('Allow Team Admins to run model training', 'Yes', 'Needs permission', 'No'),
      ...quote(
        training,
        'The Team Owner can see the training sessions run by the Team Admin. They can also stop training sessions or modify them.',
      ),
    ],
  },
  'SA-08': {
    text: 'After the grant is revoked, an admin still sees the earlier training runs and downloads their metrics, and none of the later ones.',
    origin: 'documented',
    quotes: quote(
      training,
      'The Team Admin can still see all the previous training sessions but not change, rerun, or delete them. They also won’t be able to see the new training sessions.',
      'The Team Owner and the Team Admin can download the metrics of the previous trainings.',
    ),
  },
  'SA-09': {
    text: 'The Neural Networks tab is active for people who may train, inactive for other admins, and hidden from everybody else.',
    origin: 'documented',
    quotes: quote(
      training,
      'After you revoke the permission, the Neural Networks tab will be inactive.',
    ).concat(
      quote(
        'Team permissions',
        'The Neural Network tab is only visible to Team Owners and Team Admins.',
      ),
    ),
  },
  'SA-10': {
    text: 'Exploring datasets needs a plan that includes it; admins and Project Admins need the grant too.',
    origin: 'documented',
    quotes: [
      row(
        'Explore datasets',
        'Needs permission',
        'Needs permission',
        'Needs permission (Project Admin)',
      ),
    ],
  },
  'SA-11': {
    text: 'The owner and admins pause and resume contributors; a paused member may do nothing but see themselves.',
    origin: 'reading',
  },
  'SA-12': {
    text: 'The owner and admins create and delete projects, add members and make Project Admins; a Project Admin edits the project and adds contributors; others see the projects that they are on.',
    origin: 'reading',
    quotes: [row('Set the permissions of Project Admins', 'Yes', 'Yes', 'No')],
  },
  'AD-17': {
    text: 'In hardened mode, nobody hands out a permission that they do not hold there.',
    origin: 'reading',
  },
}
