import type { Difference } from '../difference.ts'

/** What differs from BigML, beside what differs from every platform. */
export const differences: readonly Difference[] = [
  {
    on: ['organization.updatePlan'],
    text: 'A plan is a name, a number of seats and a list of features. Nothing is paid.',
  },
  {
    on: ['users.remove', 'users.get', 'users.list'],
    text: 'The tables have no row for listing or removing users. Here the owner and the admins do both.',
  },
  {
    on: ['invitations.accept', 'invitations.reject'],
    text: 'The documentation tells of inviting. That an invited person accepts or rejects by a call is this project’s own.',
  },
  {
    on: ['artifacts.*'],
    text: 'Resources are sources, datasets, models and evaluations; the platform has more kinds.',
  },
]
