import type { Records, NamedType } from '../language/resource-types.ts'

/** A look-up per type: `world.user(reference)`. */
export type Finders = {
  readonly [Type in NamedType]: (reference: string) => Records[Type] | undefined
}

/** Types that a world lists as a whole. Entries are listed by project. */
export type ListedInWorld = Exclude<NamedType, 'member'>

/** A list per type, named by its plural: `world.users()`. */
export type Lists = {
  readonly [Type in ListedInWorld as `${Type}s`]: () => Iterable<Records[Type]>
}

/** Finds and lists records by type. */
export interface ByType {
  find<Type extends NamedType>(type: Type, reference: string): Records[Type] | undefined
  all<Type extends ListedInWorld>(type: Type): Iterable<Records[Type]>
}

/** Gives each type a look-up and a list by name. */
export const byName = ({ find, all }: ByType): Finders & Lists => ({
  project: (reference) => find('project', reference),
  artifact: (reference) => find('artifact', reference),
  member: (reference) => find('member', reference),
  team: (reference) => find('team', reference),
  user: (reference) => find('user', reference),
  role: (reference) => find('role', reference),
  invitation: (reference) => find('invitation', reference),
  token: (reference) => find('token', reference),
  projects: () => all('project'),
  artifacts: () => all('artifact'),
  teams: () => all('team'),
  users: () => all('user'),
  roles: () => all('role'),
  invitations: () => all('invitation'),
  tokens: () => all('token'),
})
