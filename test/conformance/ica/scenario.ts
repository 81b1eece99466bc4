import type { Scenario, ScenarioMember } from '../../../mocks/policies/scenario.ts'
import { actor, witness } from '../people.ts'

/** An entry of the project that matches the actor: their own, their address's or their workgroup's. */
export interface Entry extends Pick<ScenarioMember, 'roles' | 'rights' | 'status'> {
  for: 'user' | 'email' | 'team'
}

/** The situation of a cell's actor. */
export interface Situation {
  /** The actor's role in the tenant. Default `member`. */
  role?: 'tenant_administrator' | 'member'
  /** Whether the actor owns the project. Default false. */
  isOwner?: boolean
  /** The entries that match the actor. Default none. */
  entries?: readonly Entry[]
}

/** A user of the tenant who is on no project. */
export const newcomer = 'newcomer@example.test'

const subjects = {
  user: { type: 'user', id: actor },
  email: { type: 'email', id: actor },
  team: { type: 'team', id: 'workgroup' },
} as const

const kinds = [
  'data',
  'analysis',
  'pipeline',
  'table',
  'query',
  'workspace',
  'notebook',
  'connector',
]

/**
 * One project with one artifact of each kind, and a second one, of which the actor is a viewer, to link
 * data from. The witness owns both, unless the actor owns the first. The actor is in one workgroup.
 */
export const scenario = ({
  role = 'member',
  isOwner = false,
  entries = [],
}: Situation): Scenario => ({
  name: 'conformance',
  description: 'What the cells of the tables are asked of.',
  organization: { name: 'Conformance', plan: { name: 'enterprise', features: [] } },
  teams: [{ key: 'workgroup' }],
  users: [
    { email: witness, role: 'tenant_administrator' },
    { email: newcomer, role: 'member' },
    { email: actor, role, teams: { workgroup: 'workgroup_member' } },
  ],
  projects: [
    { key: 'case', creator: witness, owner: isOwner ? actor : witness },
    { key: 'source', creator: witness },
  ],
  members: [
    ...entries.map(({ for: whom, ...entry }) => ({
      project: 'case',
      subject: subjects[whom],
      ...entry,
    })),
    { project: 'source', subject: subjects.user, roles: { project: 'viewer' } },
  ],
  artifacts: [
    ...kinds.map((kind) => ({ kind, name: kind, project: 'case', creator: witness })),
    { kind: 'data', name: 'data elsewhere', project: 'source', creator: witness },
  ],
  personas: [{ user: actor, text: 'Whoever the cell is about.' }],
})
