import type { Records, NamedType } from '../language/resource-types.ts'

/** A look-up for each type, by the type: `world.user(reference)`. */
export type Finders = {
  readonly [Type in NamedType]: (reference: string) => Records[Type] | undefined
}

/** Types of which a world lists all; the entries of a project are listed by the project. */
export type ListedInWorld = Exclude<NamedType, 'member'>

/** A list for each of those types, by its plural: `world.users()`. */
export type Lists = {
  readonly [Type in ListedInWorld as `${Type}s`]: () => Iterable<Records[Type]>
}

/** Looks records up by their type. */
export interface ByType {
  find<Type extends NamedType>(type: Type, reference: string): Records[Type] | undefined
  all<Type extends ListedInWorld>(type: Type): Iterable<Records[Type]>
}

/** The same under a name for each type. */
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
