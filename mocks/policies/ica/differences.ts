import type { Difference } from '../difference.ts'

/** What differs from Illumina Connected Analytics, beside what differs from every platform. */
export const differences: readonly Difference[] = [
  {
    on: ['teams.*', 'users.*', 'organization.*'],
    text: 'The page names workgroups, users of the tenant and its administrator, and not who manages them. Here the tenant administrators do.',
  },
  {
    on: ['projects.create', 'projects.delete'],
    text: 'The page shares projects that exist. Who creates and deletes them is this project’s reading.',
  },
  {
    on: ['projects.members.accept', 'projects.members.reject'],
    text: 'The page shows a person’s answer as a mark. Here the answer is a call, and the mark is the status of the entry.',
  },
  {
    on: ['artifacts.*'],
    text: 'Each row of the access tables is a kind of artifact or a named action of one. The columns of Bench access are rebuilt from the number of marks in each row.',
  },
]
