import type { Difference } from '../difference.ts'

/** What differs from the Peltarion Platform, beside what differs from every platform. */
export const differences: readonly Difference[] = [
  {
    on: ['users.remove'],
    text: 'The documentation has administrators remove users. Here any other member may also leave.',
  },
  {
    on: ['users.list', 'users.get', 'invitations.list', 'invitations.get'],
    text: 'The documentation shows pending members among the members. Here a pending member is listed there, and has an invitation beside it.',
  },
  {
    on: ['projects.*', 'artifacts.*'],
    text: 'The documentation names datasets, models, experiments and projects as artifacts, and no calls on them. Every member sees all of them here.',
  },
  {
    on: ['organization.update'],
    text: 'The documentation lists the organization among what a creator has write permission over. Here only administrators change its settings.',
  },
]
