import type { Quote, RulebookEntry } from '../../policy/language/policy.ts'

const quote = (section: string, ...texts: readonly string[]): readonly Quote[] =>
  texts.map((text) => ({ text, section }))

const membersView = 'Members view'
const addAndRemove = 'Add and remove members of the organization'
const roles = 'Platform roles'
const statuses = 'Possible account membership status in the organization'
const resending = 'How to resend a team member invitation'
const withdrawing = 'How to withdraw a new team member invitation'

/** The rules by id, with the vendor’s own words. */
export const rulebook: Readonly<Record<string, RulebookEntry>> = {
  'PE-01': {
    text: 'Every active member sees all members, pending ones too, and their statuses.',
    origin: 'documented',
    quotes: quote(membersView, 'In the Members view, you can see the status of all other users.'),
  },
  'PE-02': {
    text: 'Only administrators invite, resend and withdraw invitations, change roles and remove others.',
    origin: 'documented',
    quotes: [
      ...quote(
        addAndRemove,
        'Only administrators can invite a user to an organization.',
        'Only administrators can remove users from an organization.',
      ),
      ...quote(
        membersView,
        'If you are the organization’s administrator you can manage the roles of organization members as well as invite or remove members in the organization.',
      ),
    ],
  },
  'PE-03': {
    text: 'Active members and pending invitations together never exceed the seats of the plan, the administrator included.',
    origin: 'documented',
    quotes: quote(
      addAndRemove,
      'You can only invite as many members (including yourself as an admin) to the organization as defined by the maximum number of seats in your purchased contract quota plan.',
    ),
  },
  'PE-04': {
    text: 'An invitation is resent and withdrawn only while it is pending.',
    origin: 'documented',
    quotes: [
      ...quote(
        withdrawing,
        'A member invitation can be withdrawn only while it hasn’t been accepted by the member.',
      ),
      ...quote(
        resending,
        'When you click Resend invite, your invitation email to the new team member is sent again.',
      ),
    ],
  },
  'PE-05': {
    text: 'Accepting an invitation makes the member active at once; a withdrawn or answered invitation is not answered again.',
    origin: 'documented',
    quotes: [
      ...quote(
        statuses,
        'Pending – Invite sent and waiting to be accepted or rejected.',
        'Active – Has activated their account and has access to the organization according to their role.',
      ),
      ...quote(
        withdrawing,
        'When you click Remove invite, the new member invitation becomes invalid and the new team member cannot join the organization.',
      ),
    ],
  },
  'PE-06': {
    text: 'A pending member’s role is not edited: the invitation is withdrawn and a new one sent.',
    origin: 'reading',
    quotes: quote(
      'How to change the role of a team member',
      'Select the team member’s new access level and click Update.',
    ),
  },
  'PE-07': {
    text: 'A changed role changes the rights at once: a member who becomes administrator can invite and remove.',
    origin: 'documented',
    quotes: quote(
      membersView,
      'If a user’s role is changed, their functional capabilities are changed as well.',
    ),
    on: ['users.update'],
  },
  'PE-08': {
    text: 'The role viewer can’t be assigned yet.',
    origin: 'documented',
    quotes: quote(roles, 'Viewer (not yet available)'),
    on: ['invitations.create', 'users.update'],
  },
  'PE-09': {
    text: 'Administrators delete any artifact, projects and experiments included; creators write all of them, and delete only their own.',
    origin: 'documented',
    quotes: quote(
      roles,
      'Administrator – Privileges are mapped to tasks for setting up, operating and supporting the platform organization and users, as well as the ability to delete artifacts.',
      'A creator cannot delete artifacts (e.g., datasets, models, etc.), other than his own, and has write permission over the artifact (organization, project, experiment, etc.).',
    ),
  },
  'PE-10': {
    text: 'The last administrator can’t be removed, demoted or leave; any other member may leave.',
    origin: 'reading',
    quotes: quote(
      roles,
      'The administrator has full control over the organization (e.g., team members’ access rights, experiments and projects).',
    ),
  },
  'PE-11': {
    text: 'The organization’s settings and members are the administrators’; a creator’s write permission is for projects and content.',
    origin: 'reading',
    quotes: quote(
      roles,
      'has write permission over the artifact (organization, project, experiment, etc.).',
    ),
  },
  'AD-17': {
    text: 'In hardened mode, nobody hands out a permission that they do not hold there.',
    origin: 'reading',
  },
}
