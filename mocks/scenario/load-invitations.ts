import { invite, recordInvitation, settleInvitation } from '../operations/invite.ts'
import { inOrganization } from '../policy/role-place.ts'
import { type Loading, named } from './loading.ts'
import type { ScenarioInvitation } from './scenario.ts'
import { lowerCase } from '../lower-case.ts'

/**
 * An invitation comes about as if somebody had called invitations.create and its person had answered.
 * Whoever the scenario lists as a user stays as listed.
 */
export function loadInvitation(
  loading: Loading,
  { status = 'pending', ...invitation }: ScenarioInvitation,
): void {
  const { store, world } = loading
  const email = lowerCase(invitation.email)
  const { role } = invitation
  named(loading, 'role', role, world.role(role, inOrganization), `invitations.${email}.role`)
  store.tick()
  if (world.user(email) !== undefined) {
    const record = recordInvitation(store, { ...invitation, email })
    store.tables.invitations.put({ ...record, status })
    return
  }
  const record = invite(store, { ...invitation, email })
  if (status !== 'pending') settleInvitation(store, record, status)
}
