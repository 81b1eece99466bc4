import fc, { type Arbitrary } from 'fast-check'
import { isOperation } from '../../../mocks/policy/world/operations.ts'
import type { AccessResource } from '../../../src/index.ts'
import { namesOn } from './names.ts'
import type { Stage } from './stage.ts'

/** Any resource of the scenario, or that a call may have created since. */
export function thingsOn(stage: Stage): Arbitrary<AccessResource> {
  const names = namesOn(stage)
  const of = (type: string, ids: readonly string[]): Arbitrary<AccessResource>[] =>
    ids.length === 0 ? [] : [fc.constantFrom(...ids).map((id) => ({ type, id }))]
  return fc.oneof(
    fc.constant({ type: 'organization', id: 'current' }),
    ...of('team', names.teams),
    ...of(
      'role',
      [...stage.store.tables.roles].map(({ id }) => id),
    ),
    ...of('user', names.users),
    ...of('project', names.projects),
    ...of(
      'member',
      names.members.map(([, id]) => id),
    ),
    ...of('artifact', names.artifacts),
    ...of('invitation', names.invitations),
    ...of('token', names.tokens),
  )
}

/** Any action to ask about: an operation, or an action of the policy's own. */
export function actionsOn({ policy }: Stage): Arbitrary<string> {
  const operations = Object.keys(policy.changes).filter(isOperation)
  const own = Object.keys(policy.permissions)
  return fc.oneof(fc.constantFrom(...operations), fc.constantFrom(...own))
}
