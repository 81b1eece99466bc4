import { isRecord } from '../../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { distance } from '../../shared/nearest.ts'
import type { AuthOptions } from '../options.ts'
import { quoted } from '../../shared/quoted.ts'
import { isEmailAddress } from '../../shared/email-address.ts'

/** The option for each key of the file's `auth:` block. */
export const settingNames = {
  default_role: 'defaultRole',
  default_team: 'defaultTeam',
  admins: 'admins',
} as const satisfies Record<string, keyof AuthOptions>

const keys = Object.keys(settingNames)

/**
 * Finds the settings in the content of a values file, and ignores the rest. Throws a
 * {@link ConfigurationError} that names the key if a setting is wrong, or misspelt: ignoring a misspelt
 * key would be a riddle.
 */
export function settingsOf(values: unknown): AuthOptions {
  if (isUnset(values)) return {}
  if (!isRecord(values)) throw wrong('the file', 'a map of settings', values)
  const { auth } = values
  if (isUnset(auth)) return {}
  if (!isRecord(auth)) throw wrong('auth', `a map with ${keys.join(', ')}`, auth)
  for (const key of Object.keys(auth)) assertNotMisspelt(key)
  return {
    ...(!isUnset(auth.default_role) && {
      defaultRole: readKey('auth.default_role', 'role, such as read-only', auth.default_role),
    }),
    ...(!isUnset(auth.default_team) && {
      defaultTeam: readKey('auth.default_team', 'team, such as default', auth.default_team),
    }),
    ...(!isUnset(auth.admins) && { admins: readEmails('auth.admins', auth.admins) }),
  }
}

/** Helm treats a key without a value as missing. */
function isUnset(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function assertNotMisspelt(key: string): void {
  if (keys.includes(key)) return
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '')
  const meant = keys.find((name) => distance(bare(key), bare(name)) <= 2)
  if (meant === undefined) return
  throw new ConfigurationError(`auth.${key} is not a setting. Did you mean auth.${meant}?`)
}

function readKey(path: string, what: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw wrong(path, `the key of a ${what}`, value)
}

function readEmails(path: string, value: unknown): string[] {
  if (!Array.isArray(value)) {
    throw wrong(path, 'a list of e-mail addresses, such as [admin@acme.test]', value)
  }
  return value.map((email: unknown, index) => {
    if (typeof email === 'string' && isEmailAddress(email)) return email
    throw wrong(`${path}[${index}]`, 'an e-mail address, such as admin@acme.test', email)
  })
}

function wrong(path: string, right: string, value: unknown): ConfigurationError {
  return new ConfigurationError(`${path} must be ${right}, not ${told(value)}.`)
}

function told(value: unknown): string {
  if (value === null || value === '') return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (isRecord(value)) return 'a map'
  return typeof value === 'string' ? quoted(value) : String(value)
}
