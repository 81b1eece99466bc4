import { refuse, type Refused } from '../message/refusal.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { didYouMean } from '../shared/nearest.ts'
import { quoted } from '../shared/quoted.ts'
import type { Platform } from './platform.ts'

/**
 * Who can sign in under an id or e-mail address, removed users too; a refusal suggests the users that may
 * be meant.
 */
export function personNamed(platform: Platform, reference: string): UserRecord | Refused {
  const { world } = platform
  return (
    world.user(reference) ??
    world.former(reference) ??
    refuse(404, 'not_found', nobodyCalled(platform, reference))
  )
}

/** Says that nobody has the reference. `right` says what would be right, and begins with a comma. */
export function nobodyCalled({ store }: Platform, reference: string, right = ''): string {
  const emails = [...store.tables.users].map(({ email }) => email)
  return `There is no user ${quoted(reference)}${right}.${didYouMean(reference, emails)}`
}
