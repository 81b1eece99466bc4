import { brief } from '../../shared/brief.ts'
import type { Policy } from './policy.ts'

/** The longest name in a text. */
const most = 60

/** What has a name for people, or is described to them. */
interface Described {
  name?: string
  description: string
}

/** A short name in quotation marks: `“Manage users”`. */
const inMarks = ({ name, description }: Described): string =>
  `“${brief(name ?? description.replace(/[.;:](?:\s.*)?$/s, ''), most)}”`

const own = (all: Readonly<Record<string, Described>>, key: string): Described | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined

/** The permission's name alone: `“Manage users”`. An unknown one is called by its key. */
export const permissionName = ({ permissions }: Policy, key: string): string => {
  const known = own(permissions, key)
  return known ? inMarks(known) : key
}

/** The permission's name with its key: `“Manage users” (admin:manage_users)`. */
export const permissionText = (policy: Policy, key: string): string => {
  const name = permissionName(policy, key)
  return name === key ? key : `${name} (${key})`
}

/** The grant's name alone: `“Run training”`. */
export const grantName = ({ grants }: Policy, key: string): string => {
  const known = own(grants, key)
  return known ? inMarks(known) : key
}

/** The grant's name with its key: `“Run training” (run_training)`. */
export const grantText = (policy: Policy, key: string): string => {
  const name = grantName(policy, key)
  return name === key ? key : `${name} (${key})`
}

/** The name of a category of project roles: `Base Access`. */
export const categoryName = ({ nouns }: Policy, category: string): string =>
  nouns.categories && Object.hasOwn(nouns.categories, category)
    ? (nouns.categories[category] ?? category)
    : category

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/**
 * The name that people see, with the key if the name does not tell it: `Research`, `Everyone new (default)`.
 */
export const visibleName = ({
  key,
  name,
}: {
  readonly key: string
  readonly name: string
}): string => (plain(name) === plain(key) ? brief(name, most) : `${brief(name, most)} (${key})`)
