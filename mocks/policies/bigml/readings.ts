import type { Reading } from '../../policy/language/policy.ts'

/** Our interpretation where the vendor’s documentation is ambiguous. */
export const readings: readonly Reading[] = [
  {
    rule: 'BG-01',
    text: 'The owner and the admins list users and remove them; every active user sees the organization, its roles and its permissions, and themselves.',
  },
  {
    rule: 'BG-01',
    text: 'Resources are sources, datasets, models and evaluations; a local prediction is a run of a model.',
  },
  { rule: 'BG-02', text: 'The ownership is transferred to an active user.' },
  {
    rule: 'BG-05',
    text: 'The creator of a private project administers it as long as they are in the organization, even after its permissions were erased.',
  },
  {
    rule: 'BG-05',
    text: 'Ending a permission counts as editing it; everyone who sees a project sees its users.',
  },
  {
    rule: 'BG-06',
    text: 'A public project is administered by its creator, the owner and the admins. A permission from before it was made public gives nothing while it is.',
  },
  { rule: 'BG-06', text: 'A project is public unless it is made private.' },
  { rule: 'BG-07', text: 'Changing the privacy of a project takes administering it.' },
  {
    rule: 'BG-08',
    text: 'Users who have not accepted the invitation to the organization are not invited to projects yet.',
  },
  {
    rule: 'BG-10',
    text: 'Moving a resource takes write access to both projects.',
  },
  {
    rule: 'BG-11',
    text: 'People who may invite may revoke a pending invitation; removing an invited user revokes it too. An invited user is not given another role: they are invited again.',
  },
  {
    rule: 'BG-11',
    text: 'A plan that has fewer seats than there are active and invited users is refused.',
  },
  {
    rule: 'BG-05',
    text: 'A person who was removed and is invited again is a new member: what they made before belongs to the organization.',
  },
  {
    rule: 'AD-17',
    text: 'In hardened mode a role or a permission on a project hands out all that it contains, and making a project public hands out what everyone then gets there.',
  },
]
