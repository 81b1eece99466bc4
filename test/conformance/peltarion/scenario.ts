import type { Scenario } from '../../../mocks/policies/scenario.ts'
import { actor, witness } from '../people.ts'

/** The situation of a cell's actor, and whose membership it is about. */
export interface Situation {
  /** The actor's role in the organization. */
  role: string
  /** Whether the actor has answered the invitation. Default active. */
  status?: 'pending' | 'active'
  /** The state of the membership in the row. Default active. */
  target?: 'pending' | 'active'
}

/** A user who accepted an invitation. */
export const member = 'member@example.test'

/** A user who has not answered one. */
export const invited = 'invited@example.test'

/**
 * An organization with a free seat, a member and an invitee, and in its project one artifact of each
 * kind by the actor and one by another user.
 */
export const scenario = ({ role, status = 'active' }: Situation): Scenario => ({
  name: 'conformance',
  description: 'What the cells of the tables are asked of.',
  organization: { name: 'Conformance', plan: { name: 'team', seats: 5, features: [] } },
  users: [
    { email: witness, role: 'administrator' },
    { email: member, role: 'creator' },
    { email: actor, role, status },
  ],
  invitations: [
    { email: member, role: 'creator', status: 'accepted' },
    { email: invited, role: 'creator' },
    { email: actor, role, status: status === 'active' ? 'accepted' : 'pending' },
  ],
  projects: [{ key: 'project', creator: witness }],
  artifacts: ['dataset', 'experiment'].flatMap((kind) => [
    { kind, name: `own ${kind}`, project: 'project', creator: actor },
    { kind, name: `other ${kind}`, project: 'project', creator: member },
  ]),
  personas: [{ user: actor, text: 'Whoever the cell is about.' }],
})
