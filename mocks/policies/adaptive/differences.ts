import type { Difference } from '../difference.ts'

/** What differs from Adaptive Engine, beside what differs from every platform. */
export const differences: readonly Difference[] = [
  {
    on: ['organization.get', 'organization.update'],
    text: 'The documentation has a deployment without a name or description of its own. Here it is an organization with both.',
  },
  {
    on: ['roles.update', 'roles.delete', 'teams.update', 'teams.delete'],
    text: 'The documentation names creating roles and teams alone. Changing and deleting them takes the same permission here.',
  },
  {
    on: ['users.create'],
    text: 'The documentation has people sign up by themselves. Here an administrator also creates users, and service accounts with an API key.',
  },
  {
    on: ['users.remove'],
    text: 'The documentation removes users from teams. Here an administrator also removes them from the deployment.',
  },
  {
    on: ['projects.members.*'],
    text: 'The documentation has use cases that a team owns. Sharing one with a further team, and what a share gives, are this project’s own.',
  },
  {
    on: ['artifacts.*'],
    text: 'The kinds of artifacts and their actions are made of the permission keys. Only attaching and detaching a model changes anything.',
  },
]
