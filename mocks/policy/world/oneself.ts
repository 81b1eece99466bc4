import { lowerCase } from '../../shared/lower-case.ts'
import type { UserRecord } from '../language/records.ts'

/**
 * Whether the reference is `me`, the person's id or external id, or their e-mail address in any case. The
 * person may have been removed, or never have been a user: then no look-up among the users finds them.
 */
export const namesOneself = ({ id, email, externalId }: UserRecord, reference: string): boolean => {
  const name = lowerCase(reference)
  return reference === 'me' || name === email || name === lowerCase(id) || reference === externalId
}
