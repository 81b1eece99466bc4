import type { AccessResource } from '../../../src/index.ts'
import type { Ask as AskIn, Calls } from '../situation.ts'
import { newcomer, type Situation } from './scenario.ts'

type Ask = AskIn<Situation>

const project: AccessResource = { type: 'project', id: 'case' }

/** A call about the project. */
const ask =
  (operation: string, ...args: readonly unknown[]): Ask =>
  () => ({ operation, args, about: project })

const create = (kind: string): Ask =>
  ask('artifacts.create', { kind, project: 'case', name: 'New' })

/** A call about the artifact of that name. */
const artifact =
  (operation: string, name: string, ...more: readonly unknown[]): Ask =>
  ({ artifact: idOf }) => {
    const id = idOf(name)
    return { operation, args: [id, ...more], about: { type: 'artifact', id } }
  }

const run = (kind: string, action: string): Ask => artifact('artifacts.run', kind, action, {})

/** The calls for each table's `via`. */
export const calls: Calls<Situation> = {
  via: {
    'artifacts.create kind=connector': create('connector'),
    'artifacts.list kind=data': ask('artifacts.list', { project: 'case', kind: 'data' }),
    // Data of a project whose viewer the actor is; the link's destination counts.
    'artifacts.run kind=data run=link': ({ artifact: idOf }) => ({
      operation: 'artifacts.run',
      args: [idOf('data elsewhere'), 'link', { project: 'case' }],
      about: project,
    }),
    'artifacts.create kind=notification_subscription': create('notification_subscription'),
    'audit.list': ask('audit.list', { project: 'case' }),
    'artifacts.create kind=sample': create('sample'),
    'artifacts.delete kind=data': artifact('artifacts.delete', 'data'),
    'artifacts.create kind=notification_channel': create('notification_channel'),
    'projects.members.add': ask('projects.members.add', 'case', {
      subject: { type: 'user', id: newcomer },
      roles: { project: 'viewer' },
    }),
    'artifacts.get kind=analysis': artifact('artifacts.get', 'analysis'),
    'artifacts.create kind=analysis': create('analysis'),
    'artifacts.create kind=pipeline': create('pipeline'),
    'artifacts.update kind=pipeline': artifact('artifacts.update', 'pipeline', { name: 'New' }),
    'artifacts.create kind=docker_image': create('docker_image'),
    'artifacts.get kind=table': artifact('artifacts.get', 'table'),
    'artifacts.run kind=table run=follow_link': run('table', 'follow_link'),
    'artifacts.create kind=query': create('query'),
    'artifacts.run kind=query run=run': run('query', 'run'),
    'artifacts.run kind=query run=export': run('query', 'export'),
    'artifacts.run kind=query run=save': run('query', 'save'),
    'artifacts.run kind=table run=export': run('table', 'export'),
    'artifacts.create kind=table': create('table'),
    'artifacts.run kind=table run=load_files': run('table', 'load_files'),
    'artifacts.run kind=notebook run=execute': run('notebook', 'execute'),
    'artifacts.run kind=workspace run=start': run('workspace', 'start'),
    'artifacts.create kind=workspace': create('workspace'),
    'artifacts.run kind=workspace run=install': run('workspace', 'install'),
    'artifacts.run kind=workspace run=build_image': run('workspace', 'build_image'),
    'artifacts.run kind=workspace run=create_tool': run('workspace', 'create_tool'),
    'artifacts.create kind=data': create('data'),
    'artifacts.run kind=data run=download': run('data', 'download'),
    'projects.transferOwnership': ask('projects.transferOwnership', 'case', { to: newcomer }),
    'projects.update': ask('projects.update', 'case', { name: 'Renamed', tags: ['new'] }),
  },
  rows: {},
}
