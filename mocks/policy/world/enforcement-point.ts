import type { UserRecord } from '../language/records.ts'

/**
 * The caller that stands for a gateway or back end, which asks what others may do. It is a member of
 * nothing, sees everything, and may only ask.
 */
export const enforcementPoint: UserRecord = {
  // Matches nobody: it has the form of neither an id nor an e-mail address.
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
