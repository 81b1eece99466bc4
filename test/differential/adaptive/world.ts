import fc, { type Arbitrary } from 'fast-check'
import type { Scenario, ScenarioArtifact } from '../../../mocks/policies/scenario.ts'
import { each, one, people, perhapsEach, scenarioBase, some } from '../arbitraries.ts'
import { allowedBy } from '../tables.ts'

/** The permissions of each default role, by the table of default roles. */
export const permissionsOf = allowedBy('adaptive', 'default_roles')

export const users = people('ann', 'ben', 'cleo', 'dan')
const sharing = ['admin', 'default', 'research', 'support'] as const
/** A team that no use case is shared with yet. */
export const annex = 'annex'
export const teams = [...sharing, annex] as const
export const projects = ['churn', 'triage'] as const
export const customRoles = ['reviewer', 'operator'] as const
export const roles = [...permissionsOf.keys(), ...customRoles]
const permissions = [...(permissionsOf.get('admin') ?? [])]

/** Two of each kind. */
export const artifactsOf = (kind: string): string[] => [`${kind}-1`, `${kind}-2`]

const kinds = ['interaction', 'training_job', 'evaluation_job', 'dataset', 'metric', 'model']

const role = fc.oneof(one('admin', 'power_user'), one(...roles))

const user = fc.record({
  status: fc.oneof(
    { weight: 6, arbitrary: one('active') },
    { weight: 1, arbitrary: one('pending') },
  ),
  teams: perhapsEach(teams, role),
})

const share = fc.record({ role, isOwner: fc.boolean() })

const artifact = fc.record({ project: one(...projects), attachedTo: some(projects) })

const attached = (
  kind: string,
  { project, attachedTo }: { project: string; attachedTo: string[] },
): Pick<ScenarioArtifact, 'project' | 'attachedTo'> => ({
  project,
  attachedTo: kind === 'model' ? attachedTo.filter((key) => key !== project) : [],
})

const [creator = ''] = users

/** Users with any role in any team, and use cases shared with any team but the owning one. */
export const scenario: Arbitrary<Scenario> = fc
  .record({
    custom: each(customRoles, some(permissions)),
    users: each(users, user),
    owners: each(projects, one(...sharing)),
    shares: each(projects, perhapsEach(sharing, share)),
    artifacts: each(kinds.flatMap(artifactsOf), artifact),
  })
  .map(({ custom, users: byEmail, owners, shares, artifacts }) => ({
    ...scenarioBase,
    roles: Object.entries(custom).map(([key, held]) => ({ key, permissions: held })),
    teams: [{ key: 'research' }, { key: 'support' }, { key: annex }],
    users: Object.entries(byEmail).map(([email, held]) => ({ email, ...held })),
    projects: Object.entries(owners).map(([key, team]) => ({ key, team, creator })),
    members: projects.flatMap((project) =>
      Object.entries(shares[project] ?? {})
        .filter(([team]) => team !== owners[project])
        .map(([team, { role: shared, isOwner }]) => ({
          project,
          subject: { type: 'team' as const, id: team },
          roles: { project: shared },
          isOwner,
        })),
    ),
    artifacts: kinds.flatMap((kind) =>
      artifactsOf(kind).map((name) => ({
        kind,
        name,
        creator,
        ...attached(kind, artifacts[name] ?? { project: '', attachedTo: [] }),
      })),
    ),
  }))
