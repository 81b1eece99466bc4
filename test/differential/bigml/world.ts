import fc, { type Arbitrary } from 'fast-check'
import type { Scenario } from '../../../mocks/policies/scenario.ts'
import { each, one, people, perhapsEach, scenarioBase } from '../arbitraries.ts'

export const users = people('ann', 'ben', 'cleo', 'dan')
const [owner = '', ...others] = users
/** A user who was invited and has not answered. */
export const invited = 'eve@acme.test'
export const projects = ['churn', 'forecast', 'library'] as const

/** Two of each kind. */
export const artifactsOf = (kind: string): string[] => [`${kind}-1`, `${kind}-2`]

const kinds = ['dataset', 'model']

/** Users on any organization role, with any permission on projects, which are private or public. */
export const scenario: Arbitrary<Scenario> = fc
  .record({
    roles: each(others, one('admin', 'member', 'restricted')),
    projects: each(
      projects,
      fc.record({ creator: one(...users), private: one(true, true, false) }),
    ),
    levels: each(projects, perhapsEach(others, one('admin', 'write', 'read'))),
    artifacts: each(kinds.flatMap(artifactsOf), one(...projects)),
  })
  .map(({ roles, projects: byKey, levels, artifacts }) => ({
    ...scenarioBase,
    organization: { name: 'Acme', plan: { name: 'team', seats: 10, features: [] }, owner },
    users: [
      { email: owner, role: 'owner' },
      ...others.map((email) => ({ email, role: roles[email] ?? '' })),
    ],
    invitations: [{ email: invited, role: 'admin' }],
    projects: Object.entries(byKey).map(([key, project]) => ({ key, ...project })),
    members: projects.flatMap((project) =>
      Object.entries(levels[project] ?? {}).map(([id, level]) => ({
        project,
        subject: { type: 'user' as const, id },
        roles: { project: level },
      })),
    ),
    artifacts: kinds.flatMap((kind) =>
      artifactsOf(kind).map((name) => ({
        kind,
        name,
        project: artifacts[name] ?? '',
        creator: owner,
      })),
    ),
  }))
