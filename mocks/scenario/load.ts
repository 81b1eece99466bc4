import { loadInvitation } from './load-invitations.ts'
import { loadBuiltInRole, loadRole, loadTeam, loadUser } from './load-people.ts'
import { loadArtifact, loadMember, loadProject } from './load-work.ts'
import { loadRevocations } from './load-revocations.ts'
import { loadToken } from './load-tokens.ts'
import { type Loading, named } from './loading.ts'
import type { Scenario } from '../policies/scenario.ts'

/** Fills an empty store with the policy's roles and teams, and with the scenario. */
export function loadScenario(loading: Loading, scenario: Scenario): void {
  const { store, world, compiled } = loading
  const { roles, teams, settings } = compiled.policy
  const { owner, ...organization } = structuredClone(scenario.organization)
  const birth = store.birth('organization')
  store.organization = { ...birth, ...organization }
  loading.origins.enter('organization')
  loading.origins.note(birth.sequence)
  each(loading, roles, 'policy.roles', (role) => loadBuiltInRole(loading, role))
  each(loading, scenario.roles, 'roles', (role, at) => loadRole(loading, role, at))
  each(loading, teams, 'policy.teams', (team, at) => loadTeam(loading, team, at, true))
  each(loading, scenario.teams, 'teams', (team, at) => loadTeam(loading, team, at, false))
  // Every deployment has the policy's default team, even if its scenario does not list it.
  const usual = settings?.defaultTeam
  if (usual !== undefined && usual === store.settings.defaultTeam && !world.team(usual)) {
    loading.origins.enter('policy.settings.defaultTeam')
    loadTeam(loading, { key: usual }, 'policy.settings.defaultTeam', false)
  }
  each(loading, scenario.users, 'users', (user, at) => loadUser(loading, user, at))
  if (owner !== undefined) {
    const { id } = named(loading, 'user', owner, world.user(owner), 'organization.owner')
    store.organization = { ...store.organization, owner: id }
  }
  loadWork(loading, scenario)
  each(loading, scenario.personas, 'personas', ({ user }, at) =>
    named(loading, 'user', user, world.user(user), `${at}.user`),
  )
}

/** Adds the people and resources of a scenario to a store that has others. */
export function loadMore(loading: Loading, scenario: Scenario): void {
  each(loading, scenario.roles, 'roles', (role, at) => loadRole(loading, role, at))
  each(loading, scenario.teams, 'teams', (team, at) => loadTeam(loading, team, at, false))
  each(loading, scenario.users, 'users', (user, at) => loadUser(loading, user, at))
  loadWork(loading, scenario)
}

function loadWork(loading: Loading, scenario: Scenario): void {
  each(loading, scenario.invitations, 'invitations', (one, at) => loadInvitation(loading, one, at))
  each(loading, scenario.tokens, 'tokens', (token, at) => loadToken(loading, token, at))
  each(loading, scenario.projects, 'projects', (project, at) => loadProject(loading, project, at))
  each(loading, scenario.members, 'members', (member, at) => loadMember(loading, member, at))
  each(loading, scenario.artifacts, 'artifacts', (artifact, at) =>
    loadArtifact(loading, artifact, at),
  )
  each(loading, scenario.users, 'users', (user, at) => loadRevocations(loading, user, at))
}

/** Loads the items of a list, each with its place. */
function each<T>(
  { origins }: Loading,
  list: readonly T[] = [],
  name: string,
  load: (item: T, at: string) => unknown,
): void {
  for (const [index, item] of list.entries()) {
    origins.enter(name, index)
    load(item, `${name}[${index}]`)
  }
}
