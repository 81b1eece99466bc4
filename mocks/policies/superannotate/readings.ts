import type { Reading } from '../../policy/language/policy.ts'

/** Our interpretation where the vendor’s documentation is ambiguous. */
export const readings: readonly Reading[] = [
  { rule: 'SA-01', text: 'Every active member sees the team, its roles and the policy in force.' },
  { rule: 'SA-02', text: 'Only the owner invites as admin or promotes to it.' },
  {
    rule: 'SA-02',
    text: 'An admin may state that a contributor is a contributor: it promotes nobody.',
  },
  {
    rule: 'SA-02',
    text: 'People who may invite with a role may resend and withdraw such an invitation while it is pending.',
  },
  {
    rule: 'SA-03',
    text: 'Admins may remove contributors; the owner and admins list the members and the audit.',
  },
  { rule: 'SA-03', text: 'The owner is not removed and has no other role: there is exactly one.' },
  {
    rule: 'SA-03',
    text: 'A pending member’s role is not changed: withdraw the invitation and invite again.',
  },
  { rule: 'SA-05', text: 'People who may see the token’s value may list tokens.' },
  {
    rule: 'SA-06',
    text: 'Demoting an admin clears all grants, and what revoked ones left behind.',
  },
  {
    rule: 'SA-06',
    text: 'A promoted contributor’s entries on projects end: an admin works on every project, and all grants of a new one are unticked.',
  },
  { rule: 'SA-06', text: 'A Project Admin loses the grant when they stop being one.' },
  {
    rule: 'SA-06',
    text: 'Every active member sees that Orchestrate exists; opening it needs the permission.',
  },
  {
    rule: 'SA-07',
    text: 'Runs belong to the team; people who may manage runs may manage anyone’s.',
  },
  { rule: 'SA-08', text: 'Granting run_training again shows all runs.' },
  { rule: 'SA-10', text: 'The plan must include exploring, even for the owner.' },
  { rule: 'SA-11', text: 'A paused contributor is resumed before becoming an admin.' },
  {
    rule: 'SA-11',
    text: 'A paused member may ask what they themselves may do, as they may ask who they are.',
  },
  {
    rule: 'SA-12',
    text: 'The owner and admins create and delete projects, add members and make Project Admins; a Project Admin edits the project and adds contributors; others see the projects that they are on.',
  },
  { rule: 'SA-12', text: 'Entries on projects are for contributors.' },
  {
    rule: 'AD-17',
    text: 'In hardened mode a role hands out all that it contains, with the grants that stay ticked, and a grant hands out what it gives.',
  },
  {
    rule: 'SA-12',
    text: 'Datasets belong to a project, and are managed by everyone who may edit it.',
  },
]
