import { fieldError } from '../message/field-error.ts'
import { refuse, refuseFields, type Refused } from '../message/refusal.ts'
import { inOrganization } from '../policy/world/roles.ts'
import type { InvitationRecord } from '../policy/language/records.ts'
import { found, type Store } from '../state/store.ts'
import { invite, settleInvitation } from '../state/invitations.ts'
import { list } from './list.ts'
import { invalid, type Reply, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'
import { lowerCase } from '../shared/lower-case.ts'

export const invitations: Handlers<
  | 'invitations.list'
  | 'invitations.create'
  | 'invitations.get'
  | 'invitations.resend'
  | 'invitations.withdraw'
  | 'invitations.accept'
  | 'invitations.reject'
> = {
  'invitations.list': (work) => {
    const { status, email } = work.input
    const table = work.store.tables.invitations
    const candidates = () => {
      if (email !== undefined) return table.where('email', lowerCase(email))
      return status === undefined ? table.all : table.where('status', status)
    }
    return list(work, {
      type: 'invitation',
      candidates: candidates(),
      meets: (invitation) => status === undefined || invitation.status === status,
    })
  },

  'invitations.create': ({ store, world, input }) => {
    const { role: named = world.settings.defaultRole, message } = input
    const email = lowerCase(input.email)
    if (world.user(email) !== undefined) {
      const text = `${email} is a user already, or invited. Invite another address.`
      const about = [{ type: 'user', id: email }] as const
      return refuseFields(409, 'already_exists', [{ pointer: '/email', message: text }], { about })
    }
    const role = named === undefined ? undefined : world.role(named, inOrganization)?.key
    if (role === undefined) {
      return invalid(fieldError('/role', 'is missing, and there is no default role. Name a role.'))
    }
    return sent(store, invite(store, { email, role, ...(message !== undefined && { message }) }))
  },

  'invitations.get': ({ world, args: [invitation = ''] }) =>
    resource('invitation', found(world.invitation(invitation))),

  'invitations.resend': ({ store, world, args: [reference = ''] }) => {
    const invitation = found(world.invitation(reference))
    if (invitation.status !== 'pending') return notPending(invitation)
    const sentCount = invitation.sentCount + 1
    const again = { ...invitation, sentCount, lastSentAt: store.now }
    return sent(store, store.tables.invitations.put(again))
  },

  'invitations.withdraw': ({ store, world, args: [reference = ''] }) => {
    const invitation = found(world.invitation(reference))
    if (invitation.status !== 'pending') return notPending(invitation)
    return resource('invitation', settleInvitation(store, invitation, 'withdrawn'))
  },

  'invitations.accept': ({ store, world, args: [reference = ''] }) =>
    answer(store, found(world.invitation(reference)), 'accepted'),

  'invitations.reject': ({ store, world, args: [reference = ''] }) =>
    answer(store, found(world.invitation(reference)), 'rejected'),
}

/** The invitation, with its e-mail. */
function sent(store: Store, invitation: InvitationRecord): Reply {
  const { id, email, message } = invitation
  const mail = {
    at: store.now,
    to: email,
    invitation: id,
    ...(message !== undefined && { message }),
  }
  return { ...resource('invitation', invitation), mail }
}

function answer(
  store: Store,
  invitation: InvitationRecord,
  status: 'accepted' | 'rejected',
): Reply | Refused {
  switch (invitation.status) {
    case 'pending':
      return resource('invitation', settleInvitation(store, invitation, status))
    case 'accepted':
      return refuse(
        409,
        'already_answered',
        'The invitation was accepted already. There is nothing left to answer.',
        {
          about: about(invitation),
        },
      )
    case 'rejected':
    case 'withdrawn':
      return refuse(410, 'gone', `The invitation was ${invitation.status}. Ask for a new one.`, {
        about: about(invitation),
      })
  }
}

const about = ({ id }: InvitationRecord) => [{ type: 'invitation', id }] as const

function notPending(invitation: InvitationRecord): Refused {
  const { status } = invitation
  const more = { about: about(invitation) }
  return status === 'withdrawn'
    ? refuse(409, 'invalid_state', 'The invitation was withdrawn. Create a new one.', more)
    : refuse(409, 'already_answered', `The invitation was ${status} already.`, more)
}
