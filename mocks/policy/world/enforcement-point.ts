import type { UserRecord } from '../language/records.ts'

/**
 * A gateway or back end that asks what others may do. It stands where a caller stands and is nobody's
 * member: nothing is hidden from it, and it does nothing but ask.
 */
export const enforcementPoint: UserRecord = {
  // No id and no e-mail address looks like this, so that nobody is taken for it.
  id: 'enforcement-point',
  email: 'enforcement-point',
  name: 'Enforcement point',
  type: 'service',
  status: 'active',
  teams: {},
  grants: {},
  paused: false,
  sequence: 0,
  createdAt: '',
}

export const isEnforcementPoint = ({ id }: UserRecord): boolean => id === enforcementPoint.id
