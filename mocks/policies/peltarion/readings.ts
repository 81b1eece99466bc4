import type { Reading } from '../../policy/language/policy.ts'

/** What the vendor’s text leaves open, and how it is read here. */
export const readings: readonly Reading[] = [
  {
    rule: 'PE-01',
    text: 'Whoever sees all members sees one of them, the invitations and the audit, and asks what others may do. Everyone sees themselves, the organization, the roles and the policy.',
  },
  {
    rule: 'PE-03',
    text: 'A pending invitation takes a seat as an active member does; the administrator takes one too.',
  },
  {
    rule: 'PE-04',
    text: 'A pending member is not removed: the invitation is withdrawn. Sending an invitation again takes no further seat.',
  },
  {
    rule: 'PE-06',
    text: 'A pending member’s role is not edited: the invitation is withdrawn and a new one sent.',
  },
  {
    rule: 'PE-09',
    text: 'A project that holds somebody else’s artifacts is not its creator’s to delete.',
  },
  {
    rule: 'PE-09',
    text: 'Projects are artifacts: whoever views artifacts sees them all, and whoever writes artifacts changes them. Moving an artifact to another project is writing it; stopping an experiment is asked as running it.',
  },
  {
    rule: 'PE-09',
    text: 'Who was removed and is invited again is a new member: what they made belongs to the organization.',
  },
  {
    rule: 'PE-10',
    text: 'The last administrator can’t be removed, demoted or leave; any other member may leave.',
  },
  {
    rule: 'PE-11',
    text: 'The organization’s settings and members are the administrators’; the creator’s write permission is for projects and content.',
  },
  {
    rule: 'AD-17',
    text: 'In hardened mode a role hands out all that it contains: in an invitation, and in a change of it.',
  },
]
