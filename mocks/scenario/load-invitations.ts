import { invite, recordInvitation, settleInvitation } from '../state/invitations.ts'
import { inOrganization } from '../policy/world/roles.ts'
import { type Loading, roleHeld } from './loading.ts'
import type { ScenarioInvitation } from '../policies/scenario.ts'
import { lowerCase } from '../shared/lower-case.ts'
import { wrong } from './wrong.ts'

/**
 * Loads an invitation as if somebody had called invitations.create, and the person had answered. A user
 * whom the scenario lists stays as listed.
 */
export function loadInvitation(
  loading: Loading,
  { status = 'pending', ...invitation }: ScenarioInvitation,
  at: string,
): void {
  const { store, world, origins } = loading
  const email = lowerCase(invitation.email)
  const { role } = invitation
  roleHeld(loading, role, inOrganization, `${at}.role`)
  const user = world.user(email)
  if (status === 'pending') checkUnanswered(loading, email, at)
  store.clock.tick()
  if (user !== undefined) {
    const record = recordInvitation(store, { ...invitation, email })
    origins.note(record.sequence)
    store.tables.invitations.put({ ...record, status })
    return
  }
  const record = invite(store, { ...invitation, email })
  origins.note(record.sequence)
  if (status !== 'pending') settleInvitation(store, record, status)
}

/** Throws if the person is a member, or invited already: nobody could invite them. */
function checkUnanswered(
  { scenario, store, world, origins }: Loading,
  email: string,
  at: string,
): void {
  const before = [...store.tables.invitations.where('email', email)].find(
    (one) => one.status === 'pending',
  )
  if (before !== undefined) {
    const text = ` has a pending invitation already, at ${origins.of(before.sequence) ?? 'invitations'}. Keep one.`
    throw wrong(scenario, `${at}.email`, `: ${email}${text}`)
  }
  if (world.user(email)?.status === 'active') {
    const text = ': It is "pending", but the person is an active user. It must be "accepted".'
    throw wrong(scenario, `${at}.status`, text)
  }
}
