import fc, { type Arbitrary } from 'fast-check'
import type { Scenario, ScenarioUser } from '../../../mocks/policies/scenario.ts'
import { each, one, people, perhapsEach, scenarioBase, some } from '../arbitraries.ts'

export const users = people('ann', 'ben', 'cleo', 'dan')
const [owner = '', ...others] = users
/** A user who was invited and has not answered. */
export const invited = 'eve@acme.test'
export const projects = ['streets', 'receipts'] as const
export const grants = ['view_token', 'run_training', 'orchestrate', 'explore'] as const
export const runs = ['run-1', 'run-2', 'run-3'] as const
export const datasetOf = (project: string): string => `dataset-${project}`

const ticked = (boxes: readonly string[]): Record<string, true> =>
  Object.fromEntries(boxes.map((box) => [box, true]))

interface Position {
  role: 'admin' | 'contributor'
  grants: (typeof grants)[number][]
  /** The first run from after run_training was unticked. */
  revokedBefore: (typeof runs)[number] | undefined
  paused: boolean
}

/** Boxes are for admins, and pausing is for contributors. */
const userOf = (email: string, { role, grants: boxes, revokedBefore, paused }: Position) => {
  if (role === 'contributor') return { email, role, paused } satisfies ScenarioUser
  return {
    email,
    role,
    grants: ticked(boxes),
    ...(revokedBefore && { revoked: { run_training: revokedBefore } }),
  } satisfies ScenarioUser
}

const position: Arbitrary<Position> = fc.record({
  role: one('admin', 'contributor'),
  grants: some(grants),
  revokedBefore: one(...runs, undefined),
  paused: one(false, false, false, true),
})

const entry = fc.record({
  role: one('project_admin', 'project_contributor'),
  explore: fc.boolean(),
})

/** One owner, admins with any boxes ticked or unticked again, contributors with any part in projects. */
export const scenario: Arbitrary<Scenario> = fc
  .record({
    features: some(['explore']),
    others: each(others, position),
    entries: each(projects, perhapsEach(others, entry)),
  })
  .map(({ features, others: byEmail, entries }) => ({
    ...scenarioBase,
    organization: { name: 'Acme', plan: { name: 'enterprise', features } },
    users: [
      { email: owner, role: 'owner' },
      ...Object.entries(byEmail).map(([email, held]) => userOf(email, held)),
    ],
    invitations: [{ email: invited, role: 'contributor' }],
    tokens: [{ name: 'sdk', creator: owner }],
    projects: projects.map((key) => ({ key, creator: owner })),
    members: projects.flatMap((project) =>
      Object.entries(entries[project] ?? {})
        .filter(([email]) => byEmail[email]?.role === 'contributor')
        .map(([email, { role, explore }]) => ({
          project,
          subject: { type: 'user' as const, id: email },
          roles: { project: role },
          grants: role === 'project_admin' && explore ? ticked(['explore']) : {},
        })),
    ),
    artifacts: [
      { kind: 'orchestrate', name: 'orchestrate', project: null, creator: owner },
      ...projects.map((project) => ({
        kind: 'dataset',
        name: datasetOf(project),
        project,
        creator: owner,
      })),
      ...runs.map((name) => ({ kind: 'training_run', name, project: null, creator: owner })),
    ],
  }))
