import type { Scenario, ScenarioArtifact } from '../../../mocks/policies/scenario.ts'
import { actor, witness } from '../people.ts'

/** The situation of a cell's actor, over the basic scenario. */
export interface Situation {
  /** The actor's memberships: role key by team key. */
  teams?: Readonly<Record<string, string>>
  /** Custom roles needed for it: permissions by role key. */
  roles?: Readonly<Record<string, readonly string[]>>
  /** The share of the project with a team. */
  share?: { team: string; role: string; isOwner?: boolean }
  /** The team of the row, where it depends on the column. */
  team?: string
}

const teams = ['owning', 'partner', 'target', 'annex']

const artifact = (kind: string, more: Partial<ScenarioArtifact> = {}): ScenarioArtifact => ({
  kind,
  name: kind,
  project: 'case',
  creator: witness,
  ...more,
})

/**
 * One use case of team `owning` with one artifact of each kind, a model of another team attached to it,
 * and a member in each team. The actor is in no team but those of the situation.
 */
export const scenario = ({ teams: memberships = {}, roles = {}, share }: Situation): Scenario => ({
  name: 'conformance',
  description: 'What the cells of the tables are asked of.',
  organization: { name: 'Conformance', plan: { name: 'enterprise', features: [] } },
  roles: [
    { key: 'spare', permissions: [] },
    ...Object.entries(roles).map(([key, permissions]) => ({ key, permissions })),
  ],
  teams: teams.map((key) => ({ key })),
  users: [
    {
      email: witness,
      teams: Object.fromEntries(['admin', ...teams].map((team) => [team, 'admin'])),
    },
    ...['admin', ...teams].map((team) => ({
      email: `member@${team}.test`,
      teams: { [team]: 'read-only' },
    })),
    { email: 'nobody@example.test' },
    { email: actor, teams: memberships },
  ],
  projects: [
    { key: 'case', team: 'owning', creator: witness },
    { key: 'second', team: 'owning', creator: witness },
    { key: 'elsewhere', team: 'annex', creator: witness },
  ],
  members: share
    ? [
        {
          project: 'case',
          subject: { type: 'team', id: share.team },
          roles: { project: share.role },
          isOwner: share.isOwner ?? false,
        },
      ]
    : [],
  artifacts: [
    artifact('interaction'),
    artifact('training_job'),
    artifact('evaluation_job'),
    artifact('dataset'),
    artifact('metric'),
    artifact('model'),
    artifact('model', { name: 'spare-model', project: 'second' }),
    artifact('model', { name: 'attached-model', project: 'elsewhere', attachedTo: ['case'] }),
  ],
  personas: [{ user: actor, text: 'Whoever the cell is about.' }],
})
