import type { AccessResource } from '../../../src/index.ts'
import type { Ask as AskIn, Calls } from '../situation.ts'
import { invited, member, type Situation } from './scenario.ts'

type Ask = AskIn<Situation>

const organization: AccessResource = { type: 'organization', id: 'current' }

const ask =
  (operation: string, args: readonly unknown[], about = organization): Ask =>
  () => ({ operation, args, about })

/** A call about the invitation of the column's subject; of the invitee elsewhere. */
const invitation =
  (operation: string): Ask =>
  ({ invitation: idOf, situation: { target = 'pending' } }) => {
    const id = idOf(target === 'pending' ? invited : member)
    return { operation, args: [id], about: { type: 'invitation', id } }
  }

/** A call about the column's user; about the active one elsewhere. */
const user =
  (operation: string, ...more: readonly unknown[]): Ask =>
  ({ situation: { target = 'active' } }) => {
    const id = target === 'pending' ? invited : member
    return { operation, args: [id, ...more], about: { type: 'user', id } }
  }

/** The same call about each artifact of those names. */
const artifacts =
  (operation: string, names: readonly string[], ...more: readonly unknown[]): Ask =>
  ({ artifact }) =>
    names.map((name) => {
      const id = artifact(name)
      return { operation, args: [id, ...more], about: { type: 'artifact', id } }
    })

const datasets = ['own dataset', 'other dataset']

/** The calls for the table's `via`, and those of rows that need their own. */
export const calls: Calls<Situation> = {
  via: {
    'users.list': ask('users.list', []),
    'users.update': user('users.update', { role: 'administrator' }),
    'users.update args={role: administrator}': user('users.update', { role: 'administrator' }),
    'users.update args={role: creator}': user('users.update', { role: 'creator' }),
    'users.update args={role: viewer}': user('users.update', { role: 'viewer' }),
    'users.remove': user('users.remove'),
    'invitations.create': ask('invitations.create', [
      { email: 'new@example.test', role: 'creator', message: 'Join us.' },
    ]),
    'invitations.resend': invitation('invitations.resend'),
    'invitations.withdraw': invitation('invitations.withdraw'),
    'organization.update': ask('organization.update', [{ name: 'Renamed' }]),
    'projects.create': ask('projects.create', [{ key: 'next' }]),
    'artifacts.run kind=experiment run=start': artifacts(
      'artifacts.run',
      ['own experiment', 'other experiment'],
      'start',
      {},
    ),
    'artifacts.get kind=dataset': artifacts('artifacts.get', datasets),
    'artifacts.update kind=dataset': artifacts('artifacts.update', datasets, { name: 'Changed' }),
  },
  rows: {
    organization: {
      "Delete one's own artifact": artifacts('artifacts.delete', ['own dataset']),
      "Delete another member's artifact": artifacts('artifacts.delete', ['other dataset']),
    },
  },
}
