import type { Difference } from '../difference.ts'

/** What differs from SuperAnnotate, beside what differs from every platform. */
export const differences: readonly Difference[] = [
  {
    on: ['organization.*'],
    text: 'The organization of the API is the platform’s team.',
  },
  {
    on: ['users.update'],
    text: 'Pausing a contributor is on no page that the rules come from.',
  },
  {
    on: ['invitations.accept', 'invitations.reject'],
    text: 'The page tells of inviting. That an invited person accepts or rejects by a call is this project’s own.',
  },
  {
    on: ['tokens.*'],
    text: 'The platform’s token is for its Python SDK. Here people who have it act as the owner in every call.',
  },
  {
    on: ['projects.*'],
    text: 'The page mentions projects only where it tells of Project Admins. Every call on a project is read from that.',
  },
  {
    on: ['artifacts.*'],
    text: 'Training runs, datasets and the Orchestrate workspace are the only artifacts. A run never ends by itself.',
  },
  {
    on: ['access.evaluate', 'access.searchActions'],
    text: 'A tab is no call: whether the Neural Networks tab is visible and active are actions that only a question names.',
  },
]
