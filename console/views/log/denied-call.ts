import type { Control } from '../../../mocks/control-client/index.ts'
import type { OperationId } from '../../../src/index.ts'
import type { CallOf } from '../../mock/remedy.ts'

/** Calls that make sense in any state, the most telling first. */
const candidates: readonly { readonly operation: OperationId; readonly args: unknown[] }[] = [
  { operation: 'roles.create', args: [{ key: 'reviewer', permissions: [] }] },
  { operation: 'projects.create', args: [{ key: 'trial' }] },
  { operation: 'teams.create', args: [{ key: 'trial' }] },
  { operation: 'invitations.create', args: [{ email: 'new@acme.test' }] },
  { operation: 'users.list', args: [] },
  { operation: 'audit.list', args: [] },
]

/**
 * Finds a call that the policy denies to somebody, and that somebody else could allow, by rehearsals. Undefined
 * if there is none among those that the console knows.
 */
export async function findDeniedCall(control: Control): Promise<CallOf | undefined> {
  const people = await control.users()
  for (const { operation, args } of candidates) {
    for (const { email: as } of people.toReversed()) {
      // The first that is denied ends the search.
      // oxlint-disable-next-line no-await-in-loop
      const { status, decision } = await control.rehearse({ as, operation, args })
      const [remedy] = decision.alternatives
      if (status === 403 && remedy && remedy.calls.every(({ by }) => by.length > 0)) {
        return { as, operation, args }
      }
    }
  }
  return undefined
}
