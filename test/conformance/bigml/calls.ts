import type { AccessResource } from '../../../src/index.ts'
import type { Ask as AskIn, Calls } from '../situation.ts'
import { colleague, invited, newcomer, type Situation } from './scenario.ts'

type Ask = AskIn<Situation>

const organization: AccessResource = { type: 'organization', id: 'current' }
const project: AccessResource = { type: 'project', id: 'project' }

const ask =
  (operation: string, args: readonly unknown[], about = organization): Ask =>
  () => ({ operation, args, about })

/** An action of the organization without a call of its own. */
const asked: Ask = () => ({ about: organization })

/** A call about the artifact of that name. */
const artifact =
  (operation: string, name: string, ...more: readonly unknown[]): Ask =>
  ({ artifact: idOf }) => {
    const id = idOf(name)
    return { operation, args: [id, ...more], about: { type: 'artifact', id } }
  }

const changePrivacy: Ask = ({ situation: { isPublic = false } }) => ({
  operation: 'projects.update',
  args: ['project', { private: isPublic }],
  about: project,
})

/** The calls for each table's `via`, and those of rows that need their own. */
export const calls: Calls<Situation> = {
  via: {
    'organization.updatePlan': ask('organization.updatePlan', [{ seats: 20 }]),
    'organization.update': ask('organization.update', [{ name: 'Renamed' }]),
    'organization.delete': ask('organization.delete', []),
    'organization.transferOwnership': ask('organization.transferOwnership', [{ to: colleague }]),
    'invitations.create': ask('invitations.create', [{ email: 'new@example.test' }]),
    'invitations.withdraw': ({ invitation }) => ({
      operation: 'invitations.withdraw',
      args: [invitation(invited)],
      about: organization,
    }),
    'users.update': ask('users.update', [colleague, { role: 'restricted' }]),
    'users.remove': ask('users.remove', [colleague]),
    'projects.create': ask('projects.create', [{ key: 'next' }]),
    'projects.members.add': ask(
      'projects.members.add',
      ['project', { subject: { type: 'user', id: newcomer }, roles: { project: 'write' } }],
      project,
    ),
    'projects.members.update': ({ member }) => ({
      operation: 'projects.members.update',
      args: ['project', member('project', colleague), { roles: { project: 'write' } }],
      about: project,
    }),
    'projects.update': ask(
      'projects.update',
      ['project', { name: 'Renamed', description: 'Changed', tags: ['new'] }],
      project,
    ),
    'projects.delete': ask('projects.delete', ['project'], project),
    'artifacts.create kind=dataset': ({ artifact: idOf }) => {
      const about = { type: 'artifact', id: idOf('dataset') }
      return [
        {
          operation: 'artifacts.create',
          args: [{ kind: 'dataset', project: 'project', name: 'New' }],
          about: project,
        },
        { operation: 'artifacts.update', args: [about.id, { name: 'Changed' }], about },
        { operation: 'artifacts.delete', args: [about.id], about },
      ]
    },
    'artifacts.move kind=dataset': artifact('artifacts.move', 'dataset', { project: 'elsewhere' }),
    'artifacts.get kind=dataset': artifact('artifacts.get', 'dataset'),
    'artifacts.run kind=model run=predict_locally': artifact(
      'artifacts.run',
      'model',
      'predict_locally',
      { data: { age: 40 } },
    ),
  },
  rows: {
    organization: {
      'Access all projects in the organization': asked,
      'Access all public projects': asked,
      'Access private projects with permissions': asked,
    },
    private_project: { "Change the project's privacy": changePrivacy },
    public_project: { "Change the project's privacy": changePrivacy },
  },
}
