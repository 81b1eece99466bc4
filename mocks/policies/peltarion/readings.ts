import type { Reading } from '../../policy/language/policy.ts'

/** Our interpretation where the vendor’s documentation is ambiguous. */
export const readings: readonly Reading[] = [
  {
    rule: 'PE-01',
    text: 'People who see all members also see each of them, the invitations and the audit, and may ask what others may do. Everyone sees themselves, the organization, the roles and the policy.',
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
    text: 'A creator can’t delete a project that holds somebody else’s artifacts.',
  },
  {
    rule: 'PE-09',
    text: 'Projects are artifacts: people who view artifacts see them all, and people who write artifacts may change them. Moving an artifact to another project counts as writing it, and stopping an experiment as running it.',
  },
  {
    rule: 'PE-09',
    text: 'A person who was removed and is invited again is a new member: what they made before belongs to the organization.',
  },
  {
    rule: 'PE-10',
    text: 'The last administrator can’t be removed, demoted or leave; any other member may leave.',
  },
  {
    rule: 'PE-11',
    text: 'Only administrators change the organization’s settings and members; the creator’s write permission is for projects and content.',
  },
  {
    rule: 'AD-17',
    text: 'In hardened mode a role hands out all that it contains, both in an invitation and when a member’s role is changed.',
  },
]
