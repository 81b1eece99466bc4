import type { AccessResource } from '../../../src/index.ts'
import type { Ask as AskIn, Calls, Question } from '../situation.ts'
import { admin, projectAdmin, type Situation } from './scenario.ts'

type Ask = AskIn<Situation>

const organization: AccessResource = { type: 'organization', id: 'current' }

const ask =
  (operation: string, ...bodies: readonly object[]): Ask =>
  () =>
    bodies.map((body) => ({ operation, args: [body], about: organization }))

const aboutUser = (user: string, operation: string, ...more: readonly unknown[]): Question => ({
  operation,
  args: [user, ...more],
  about: { type: 'user', id: user },
})

/** A call about the artifact of that name. */
const artifact =
  (operation: string, name: string, ...more: readonly unknown[]): Ask =>
  ({ artifact: idOf }) => {
    const id = idOf(name)
    return { operation, args: [id, ...more], about: { type: 'artifact', id } }
  }

/** Several calls for one row. */
const each =
  (...asks: readonly Ask[]): Ask =>
  (names) =>
    asks.flatMap((one) => one(names))

/** An action without a call, of the whole team. */
const action: Ask = () => ({ about: organization })

const run = (name: string, ...more: readonly unknown[]): Ask =>
  artifact('artifacts.run', name, ...more)

const metricsOf =
  (name: string): Ask =>
  ({ artifact: idOf }) => ({
    operation: 'artifacts.run',
    args: [idOf(name), 'download_metrics', {}],
    about: { type: 'artifact', id: idOf(name) },
    action: 'training:download_metrics',
  })

/** The calls for the tables' `via`, and those of rows that need their own. */
export const calls: Calls<Situation> = {
  via: {
    'organization.update': ask(
      'organization.update',
      { name: 'Renamed' },
      { description: 'New' },
      { name: 'Renamed', description: null },
    ),
    'invitations.create': ask(
      'invitations.create',
      { email: 'new@example.test' },
      { email: 'new@example.test', role: 'contributor', message: 'Join us.' },
    ),
    'users.remove': () => [
      aboutUser(admin, 'users.remove'),
      aboutUser(admin, 'users.update', { role: 'contributor' }),
    ],
    'projects.members.update': ({ member }) => {
      const id = member('project', projectAdmin)
      return [{ rights: ['download'] }, { grants: { explore: true } }].map((body) => ({
        operation: 'projects.members.update',
        args: ['project', id, body],
        about: { type: 'member', id },
      }))
    },
    'tokens.create': ask('tokens.create', {}, { name: 'Another' }),
    'tokens.get': ({ token }) => {
      const id = token('Python SDK')
      return { operation: 'tokens.get', args: [id], about: { type: 'token', id } }
    },
    'users.update': () =>
      ['view_token', 'run_training', 'orchestrate'].flatMap((grant) => [
        aboutUser(admin, 'users.update', { grants: { [grant]: true } }),
        aboutUser(admin, 'users.update', { grants: { [grant]: null } }),
      ]),
    'artifacts.create kind=training_run': ask('artifacts.create', {
      kind: 'training_run',
      name: 'New',
    }),
    'artifacts.run kind=orchestrate run=open': run('orchestrate', 'open', {}),
    'artifacts.get kind=training_run': artifact('artifacts.get', 'run from before'),
    'artifacts.run kind=training_run run=download_metrics': run(
      'run from before',
      'download_metrics',
      {},
    ),
    'artifacts.update kind=training_run': each(
      artifact('artifacts.update', 'run from before', { name: 'Changed' }),
      run('run from before', 'rerun', {}),
      run('run from before', 'stop', {}),
      artifact('artifacts.delete', 'run from before'),
    ),
    'artifacts.run kind=dataset run=explore': run('dataset', 'explore', {}),
  },
  rows: {
    training: {
      'See the Neural Networks tab': action,
      'Use the Neural Networks tab': action,
      'See a run from after the revocation, or download its metrics': each(
        artifact('artifacts.get', 'run from after'),
        metricsOf('run from after'),
      ),
    },
  },
}
