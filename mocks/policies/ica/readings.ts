import type { Reading } from '../../policy/language/policy.ts'

/** Our interpretation where the vendor’s documentation is ambiguous. */
export const readings: readonly Reading[] = [
  {
    rule: 'IC-01',
    text: 'Only active users are users of the tenant: a person who is still invited is added by e-mail address.',
  },
  {
    rule: 'IC-02',
    text: 'Entries for users and workgroups count at once; only one for an e-mail address waits for an answer.',
  },
  {
    rule: 'IC-02',
    text: 'A person who accepts an entry without being a user of the tenant becomes a member of it.',
  },
  {
    rule: 'IC-02',
    text: 'The person of a pending entry is told if accepting it would help.',
  },
  {
    rule: 'IC-03',
    text: 'The highest level by an intersection: per category the highest role of all entries that match the person, and a right if any of them has it.',
  },
  {
    rule: 'IC-04',
    text: 'Moving data needs deleting and downloading it where it is, and uploading it where it goes. Linked data is downloaded where it belongs. Nothing else moves.',
  },
  {
    rule: 'IC-06',
    text: 'The owner’s own entry can’t be removed before another owner is set, nor the owner from the tenant.',
  },
  {
    rule: 'IC-08',
    text: 'The columns of Bench access are rebuilt from the number of marks in each row.',
  },
  {
    rule: 'IC-08',
    text: 'Linking data needs seeing it where it is, and project:link_data where it goes.',
  },
  {
    rule: 'IC-08',
    text: 'Seeing pipelines, tools and docker images counts as seeing results; seeing connectors, queries, subscriptions, channels and notebooks as making or executing them; seeing a workspace as starting it. A notebook is made like a workspace, a tool like a pipeline.',
  },
  {
    rule: 'IC-08',
    text: 'Everyone who may delete a project’s data may delete the project.',
  },
  {
    rule: 'IC-10',
    text: 'Tenant administrators manage the tenant’s name, users, workgroups and tenant administrators, and see all activity; one active one remains.',
  },
  {
    rule: 'IC-10',
    text: 'They see and edit every project’s details and change its owner, and neither manage its team nor work in it.',
  },
  {
    rule: 'IC-11',
    text: 'Every active user creates projects and owns them. An effective entry shows the project, also one without any role; without entry, ownership or tenant administration it is hidden.',
  },
  { rule: 'IC-11', text: 'A person who signs up becomes a member of the tenant.' },
  {
    rule: 'AD-17',
    text: 'In hardened mode joining a workgroup hands out what its entries give on each project, and naming an owner hands out what owning a project gives. Creating a project, which makes its creator the owner, hands out nothing, and neither does answering an invitation.',
  },
]
