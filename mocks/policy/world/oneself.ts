import { lowerCase } from '../../shared/lower-case.ts'
import type { UserRecord } from '../language/records.ts'

/**
 * Whether `me`, an id or an e-mail address (in any case) names the person themselves: also one who was
 * removed, or never a user, whom no look-up among the users finds.
 */
export const namesOneself = ({ id, email }: UserRecord, reference: string): boolean => {
  const name = lowerCase(reference)
  return reference === 'me' || name === email || name === lowerCase(id)
}
