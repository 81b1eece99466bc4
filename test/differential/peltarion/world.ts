import fc, { type Arbitrary } from 'fast-check'
import type { Scenario } from '../../../mocks/policies/scenario.ts'
import { each, one, people, scenarioBase } from '../arbitraries.ts'

export const users = people('ann', 'ben', 'cleo', 'dan')
/** People with an invitation, which they may have accepted. */
export const invited = people('eve', 'fay')
/** A person whose invitation ended. */
export const refused = 'gil@acme.test'
export const projects = ['churn', 'pilot'] as const
const kinds = ['dataset', 'experiment']

/** Two of each kind. */
export const artifactsOf = (kind: string): string[] => [`${kind}-1`, `${kind}-2`]
export const artifacts = kinds.flatMap(artifactsOf)

const role = one('administrator', 'creator', 'creator', 'viewer')

/** Members on any role, invitations in any state, and artifacts of anybody in anybody’s projects. */
export const scenario: Arbitrary<Scenario> = fc
  .record({
    roles: each(users, role),
    invitations: each(
      invited,
      fc.record({
        role: one('administrator', 'creator'),
        status: one('pending', 'accepted'),
      }),
    ),
    refused: one('rejected', 'withdrawn'),
    projects: each(projects, one(...users)),
    artifacts: each(
      artifacts,
      fc.record({ project: one(...projects, null), creator: one(...users) }),
    ),
  })
  .map(({ roles, invitations, refused: status, projects: creators, artifacts: byName }) => ({
    ...scenarioBase,
    users: Object.entries(roles).map(([email, held]) => ({ email, role: held })),
    invitations: [
      ...Object.entries(invitations).map(([email, sent]) => ({ email, ...sent })),
      { email: refused, role: 'creator', status },
    ],
    projects: Object.entries(creators).map(([key, creator]) => ({ key, creator })),
    artifacts: kinds.flatMap((kind) =>
      artifactsOf(kind).map((name) => ({
        kind,
        name,
        ...(byName[name] ?? { project: null, creator: '' }),
      })),
    ),
  }))
