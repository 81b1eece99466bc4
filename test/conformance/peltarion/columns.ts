import type { Columns } from '../situation.ts'
import type { Situation } from './scenario.ts'

const active = (role: string) => (): Situation => ({ role })

/** The situation of the actor of each column. */
export const columns: Columns<Situation> = {
  organization: {
    administrator: active('administrator'),
    creator: active('creator'),
    viewer: active('viewer'),
    'pending invitee': () => [
      { role: 'administrator', status: 'pending' },
      { role: 'creator', status: 'pending' },
    ],
  },
  membership_state: {
    pending: () => ({ role: 'administrator', target: 'pending' }),
    active: () => ({ role: 'administrator', target: 'active' }),
  },
  role_availability: {
    assignable: active('administrator'),
  },
}
