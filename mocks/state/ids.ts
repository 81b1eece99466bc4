import { digest } from './hash.ts'

const prefixes = {
  organization: 'org',
  user: 'usr',
  role: 'role',
  team: 'team',
  project: 'prj',
  member: 'mem',
  artifact: 'art',
  invitation: 'inv',
  token: 'tok',
  key: 'key',
} as const

/** The types of records with an id. */
export type Identified = keyof typeof prefixes

/** The id of the `count`-th record of a type. The same seed gives the same ids, on every machine. */
export const makeId = (type: Identified, seed: string, count: number): string =>
  `${prefixes[type]}_${digest(`${seed}/${type}/${count}`, 20)}`
