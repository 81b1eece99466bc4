import type { Scenario, ScenarioArtifact } from '../../../mocks/policies/scenario.ts'
import { actor, witness } from '../people.ts'

/** The situation of a cell's actor, and the features that the team pays for. */
export interface Situation {
  /** The actor's role in the team. */
  role: 'owner' | 'admin' | 'contributor'
  /** Boxes that are ticked for the actor. */
  grants?: Readonly<Record<string, true>>
  /** Whether run_training was unticked for the actor between the two runs. */
  revoked?: boolean
  /** The actor's entry on the project. */
  entry?: { role: string; grants?: Readonly<Record<string, true>> }
  /** The features of the plan. Default: exploring datasets. */
  features?: readonly string[]
}

export const admin = 'admin@example.test'
export const projectAdmin = 'project-admin@example.test'

const artifact = (
  kind: string,
  name: string,
  more: Partial<ScenarioArtifact> = {},
): ScenarioArtifact => ({ kind, name, project: null, creator: witness, ...more })

/** One project with a Project Admin, and two runs; the subject of a cell may be the owner. */
export const scenario = ({
  role,
  grants = {},
  revoked = false,
  entry,
  features = ['explore'],
}: Situation): Scenario => ({
  name: 'conformance',
  description: 'What the cells of the tables are asked of.',
  organization: { name: 'Conformance', plan: { name: 'enterprise', features } },
  users: [
    { email: witness, role: role === 'owner' ? 'admin' : 'owner' },
    { email: admin, role: 'admin' },
    { email: projectAdmin, role: 'contributor' },
    {
      email: actor,
      role,
      grants,
      ...(revoked && { revoked: { run_training: 'run from after' } }),
    },
  ],
  tokens: [{ name: 'Python SDK', creator: role === 'owner' ? actor : witness }],
  projects: [{ key: 'project', creator: witness }],
  members: [
    {
      project: 'project',
      subject: { type: 'user', id: projectAdmin },
      roles: { project: 'project_admin' },
    },
    ...(entry
      ? [
          {
            project: 'project',
            subject: { type: 'user' as const, id: actor },
            roles: { project: entry.role },
            ...(entry.grants && { grants: entry.grants }),
          },
        ]
      : []),
  ],
  artifacts: [
    artifact('orchestrate', 'orchestrate'),
    artifact('dataset', 'dataset', { project: 'project' }),
    artifact('training_run', 'run from before'),
    artifact('training_run', 'run from after'),
  ],
  personas: [{ user: actor, text: 'Whoever the cell is about.' }],
})
