import fc, { type Arbitrary } from 'fast-check'
import { known } from './world.ts'

/** Names of nothing, and names that a careless lookup trips over. A URL can’t hold dots alone. */
export const nonsense: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'nobody',
    'nobody@acme.test',
    'current',
    'me',
    'Admin',
    ' admin',
    'admin ',
    'admin/',
    '%',
    'null',
    'usr_0',
    'team_0',
    'prj_0',
    'art_0',
    'mem_0',
    'role_0',
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'binary' })
    .filter((text) => text.isWellFormed() && !/^\.+$/.test(text)),
)

/** One of those mostly, and now and then nonsense. */
const mostly = (names: readonly string[], weight = 12): Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: nonsense })

/** Keys that a call may bring into the world, and a later one then names. */
const fresh = ['fresh', 'new-one']

export const team = mostly([...known.teams, ...fresh])
export const role = mostly([...known.roles, ...fresh])
export const project = mostly([...known.projects, ...fresh])
export const permission = mostly(known.permissions, 40)
export const user = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...known.users) },
  { weight: 1, arbitrary: fc.constantFrom(...known.users).map((email) => email.toUpperCase()) },
  { weight: 1, arbitrary: nonsense },
)
export const artifact = mostly(known.artifacts.map(({ id }) => id))
/** A project and one of its entries; now and then another’s. */
export const member: Arbitrary<[project: string, id: string]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...known.members)
      .map(({ project: key, id }): [string, string] => [key, id]),
  },
  { weight: 1, arbitrary: fc.tuple(project, mostly(known.members.map(({ id }) => id))) },
)
/** A key that is new, or taken. */
export const key = fc.oneof(
  fc.constantFrom(...fresh),
  fc.constantFrom(...known.teams, ...known.roles, ...known.projects),
)
