import type { KnownUser, Policy } from '../../../mocks/control-client/index.ts'
import type { Member } from '../../../src/index.ts'
import { usePeople, usePolicy } from '../../mock/control-queries.ts'

/** A category of project roles, in the platform's words, with the roles to choose from. */
export interface RoleCategory {
  readonly key: string
  readonly name: string
  readonly roles: readonly { readonly key: string; readonly name: string }[]
}

/** What the entries of a project can have on this platform, in its own words. */
export interface EntryWords {
  readonly project: string
  readonly team: string
  readonly categories: readonly RoleCategory[]
  /** The rights beside the roles, with what each allows. */
  readonly rights: readonly Right[]
  /** The boxes to tick, by key. */
  readonly grants: readonly { readonly key: string; readonly name: string }[]
}

/** A right that an entry gives beside its roles. */
export type Right = Member['rights'][number]

const rights: readonly Right[] = ['upload', 'download']

/** Returns the platform's words for projects; undefined until the policy is known. */
export function useEntryWords(): EntryWords | undefined {
  const { data } = usePolicy()
  return data && wordsOf(data)
}

function wordsOf({ nouns, roles, grants, rights: offered = {} }: Policy): EntryWords {
  const ofProjects = roles.filter(({ scope }) => scope === 'project')
  const byCategory = Map.groupBy(ofProjects, ({ category = 'project' }) => category)
  return {
    project: nouns.project,
    team: nouns.team,
    categories: [...byCategory].map(([key, all]) => {
      const name = nouns.categories?.[key] ?? 'Role'
      return {
        key,
        name,
        roles: all.map((role) => ({ key: role.key, name: shortName(role.name, name) })),
      }
    }),
    rights: rights.filter((right) => right in offered),
    grants: Object.entries(grants).flatMap(([key, { name = key, in: places }]) =>
      places.includes('project') ? { key, name } : [],
    ),
  }
}

/** A role's name without that of its category before it: the column has that one. */
const shortName = (name: string, category: string): string =>
  name.startsWith(`${category}: `) ? name.slice(category.length + 2) : name

/** The noun at the beginning of a sentence. */
export const capital = (noun: string): string => noun.charAt(0).toUpperCase() + noun.slice(1)

/** Several of the noun. */
export const plural = (noun: string): string => `${noun}s`

/** Returns the people of the mock by id. */
export function usePeopleById(): ReadonlyMap<string, KnownUser> {
  const { data = [] } = usePeople()
  return new Map(data.map((person) => [person.id, person]))
}
