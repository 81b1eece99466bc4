import fc, { type Arbitrary } from 'fast-check'
import type { AccessResource } from '../../src/index.ts'
import { known } from './world.ts'

const of = (type: string, ids: readonly string[]): Arbitrary<AccessResource> =>
  fc.constantFrom(...ids).map((id) => ({ type, id }))

/** Anything that there is. */
export const thing: Arbitrary<AccessResource> = fc.oneof(
  fc.constant({ type: 'organization', id: 'current' }),
  of('team', known.teams),
  of('role', known.roles),
  of('user', known.users),
  of('project', known.projects),
  of(
    'member',
    known.members.map(({ id }) => id),
  ),
  of(
    'artifact',
    known.artifacts.map(({ id }) => id),
  ),
)
