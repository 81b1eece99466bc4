import { loadInvitation } from './load-invitations.ts'
import { loadBuiltInRole, loadRole, loadTeam, loadUser } from './load-people.ts'
import { loadArtifact, loadMember, loadProject } from './load-work.ts'
import { loadRevocations } from './load-revocations.ts'
import { loadToken } from './load-tokens.ts'
import { type Loading, named } from './loading.ts'
import type { Scenario } from './scenario.ts'

/** Fills an empty store with what the policy brings, and with what the scenario lists. */
export function loadScenario(loading: Loading, scenario: Scenario): void {
  const { store, world, compiled } = loading
  const { roles, teams, settings } = compiled.policy
  const { owner, ...organization } = structuredClone(scenario.organization)
  store.organization = { ...store.birth('organization'), ...organization }
  for (const role of roles) loadBuiltInRole(loading, role)
  for (const role of scenario.roles ?? []) loadRole(loading, role)
  for (const team of teams) loadTeam(loading, team, true)
  for (const team of scenario.teams ?? []) loadTeam(loading, team, false)
  // Every deployment has the policy's default team, whether its scenario has a use for it or not.
  const usual = settings?.defaultTeam
  if (usual !== undefined && usual === store.settings.defaultTeam && !world.team(usual)) {
    loadTeam(loading, { key: usual }, false)
  }
  for (const user of scenario.users) loadUser(loading, user)
  if (owner !== undefined) {
    const { id } = named(loading, 'user', owner, world.user(owner), 'organization.owner')
    store.organization = { ...store.organization, owner: id }
  }
  for (const invitation of scenario.invitations ?? []) loadInvitation(loading, invitation)
  for (const token of scenario.tokens ?? []) loadToken(loading, token)
  for (const project of scenario.projects ?? []) loadProject(loading, project)
  for (const member of scenario.members ?? []) loadMember(loading, member)
  for (const artifact of scenario.artifacts ?? []) loadArtifact(loading, artifact)
  for (const user of scenario.users) loadRevocations(loading, user)
}
