import type { Scenario, ScenarioMember } from '../../../mocks/policies/scenario.ts'
import { actor, witness } from '../people.ts'

/** The situation of a cell's actor, and the project of the cell. */
export interface Situation {
  /** The actor's role in the organization. */
  role: 'owner' | 'admin' | 'member' | 'restricted'
  /** The actor's permission on the project. Default none. */
  level?: 'admin' | 'write' | 'read'
  /** Whether the project is public. Default false. */
  isPublic?: boolean
  /** Whether the actor created the project. Default false. */
  isCreator?: boolean
}

/** A member with a permission on the project. */
export const colleague = 'colleague@example.test'

/** A member without one. */
export const newcomer = 'newcomer@example.test'

/** A user who has not answered an invitation. */
export const invited = 'invited@example.test'

const entry = (id: string, level: string): ScenarioMember => ({
  project: 'project',
  subject: { type: 'user', id },
  roles: { project: level },
})

/**
 * One project, private or public, with one artifact of each kind in the tables, and a public project as
 * a destination. There is one owner: the witness, unless it is the actor.
 */
export const scenario = ({ role, level, isPublic, isCreator }: Situation): Scenario => ({
  name: 'conformance',
  description: 'What the cells of the tables are asked of.',
  organization: {
    name: 'Conformance',
    plan: { name: 'team', seats: 10, features: [] },
    owner: role === 'owner' ? actor : witness,
  },
  users: [
    { email: witness, role: role === 'owner' ? 'admin' : 'owner' },
    { email: colleague, role: 'member' },
    { email: newcomer, role: 'member' },
    { email: actor, role },
  ],
  invitations: [{ email: invited, role: 'member' }],
  projects: [
    { key: 'project', creator: isCreator ? actor : witness, private: !isPublic },
    { key: 'elsewhere', creator: witness },
  ],
  members: [entry(colleague, 'read'), ...(level ? [entry(actor, level)] : [])],
  artifacts: ['dataset', 'model'].map((kind) => ({
    kind,
    name: kind,
    project: 'project',
    creator: witness,
  })),
  personas: [{ user: actor, text: 'Whoever the cell is about.' }],
})
