import { type Identified, makeId } from '../../../mocks/state/ids.ts'
import type { Stage } from './stage.ts'

/** Names for calls: those of the scenario, and some that earlier calls may have created. */
export interface Names {
  users: readonly string[]
  teams: readonly string[]
  projects: readonly string[]
  /** Each with its project's key. */
  members: readonly (readonly [project: string, id: string])[]
  artifacts: readonly string[]
  invitations: readonly string[]
  tokens: readonly string[]
  permissions: readonly string[]
  kinds: readonly string[]
  runs: readonly string[]
  grants: readonly string[]
  features: readonly string[]
  /** Role keys by where they are held: `organization`, `team` or a category of entries. */
  roles: Readonly<Record<string, readonly string[]>>
}

/** Keys that calls create, for later ones to name. */
export const madeKeys = ['made', 'made-too']
/** An unknown person. */
export const stranger = 'stranger@acme.test'

export function namesOn({ policy, store, people }: Stage): Names {
  const { teams, projects, members, artifacts, invitations, tokens, roles } = store.tables
  const projectKeys = [...projects].map(({ key }) => key)
  /** The ids of the resources that the next calls create. */
  const next = (type: Identified, now: number): string[] =>
    [1, 2].map((more) => makeId(type, store.seed, now + more))
  const keysIn = (place: string): string[] => [
    ...[...roles]
      .filter(
        ({ scope, category = 'project' }) => place === (scope === 'project' ? category : scope),
      )
      .map(({ key }) => key),
  ]
  const hasProjectRoles = policy.roles.some(({ scope }) => scope === 'project')
  const categories = hasProjectRoles
    ? new Set(
        policy.roles.flatMap(({ scope, category = 'project' }) =>
          scope === 'project' ? [category] : [],
        ),
      )
    : new Set(['project'])
  return {
    users: [...people, stranger],
    teams: [...teams].map(({ key }) => key),
    projects: projectKeys,
    members: [
      ...[...members].map(({ project, id }) => [project, id] as const),
      ...next('member', members.size).flatMap((id) =>
        projectKeys.slice(0, 2).map((key) => [key, id] as const),
      ),
    ],
    artifacts: [...[...artifacts].map(({ id }) => id), ...next('artifact', artifacts.size)],
    invitations: [...[...invitations].map(({ id }) => id), ...next('invitation', invitations.size)],
    tokens: [...[...tokens].map(({ id }) => id), ...next('token', tokens.size)],
    permissions: Object.keys(policy.permissions),
    kinds: Object.keys(policy.kinds),
    runs: [...new Set(Object.values(policy.kinds).flatMap(({ run = {} }) => Object.keys(run)))],
    grants: Object.keys(policy.grants),
    features: featuresOf(policy.rules),
    roles: {
      organization: keysIn('organization'),
      team: keysIn('team'),
      ...Object.fromEntries(
        [...categories].map((category) => [category, keysIn(hasProjectRoles ? category : 'team')]),
      ),
    },
  }
}

/** Features of the plan that a rule requires. */
const featuresOf = (rules: unknown): string[] => [
  ...new Set(
    [...JSON.stringify(rules).matchAll(/\{"feature":"([^"]+)"\}/g)].flatMap(
      ([, feature]) => feature ?? [],
    ),
  ),
]

/** The categories in which an entry has roles. */
export const categoriesOf = ({ roles }: Names): readonly string[] =>
  Object.keys(roles).filter((place) => place !== 'organization' && place !== 'team')
