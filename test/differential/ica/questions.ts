import fc from 'fast-check'
import { caseOf, named, one, type Asked } from '../arbitraries.ts'
import { actionsOf } from '../tables.ts'
import { artifactsOf, projects, scenario, users, workgroups } from './world.ts'

const onProject = named('project', projects)

/** Actions that are also asked about a resource in a project. */
const kindOf: Record<string, string> = {
  'project:delete_data': 'data',
  'data:download': 'data',
  'flow:view_results': 'analysis',
  'flow:edit_pipelines': 'pipeline',
  'base:view_records': 'table',
  'base:follow_links': 'table',
  'base:export_tables': 'table',
  'base:load_files': 'table',
  'base:run_queries': 'query',
  'base:export_query': 'query',
  'base:save_query': 'query',
  'bench:execute_notebook': 'notebook',
  'bench:run_workspace': 'workspace',
  'bench:manage_workspaces': 'workspace',
  'bench:install_packages': 'workspace',
  'bench:build_docker_image': 'workspace',
  'bench:create_tool': 'workspace',
}

const askedOf = (action: string): Asked => {
  const kind = kindOf[action]
  return { on: kind ? fc.oneof(onProject, named('artifact', artifactsOf(kind))) : onProject }
}

/** Calls whose body matters, and those of rules that the tables have no row for. */
const calls: [string, Asked][] = [
  ['projects.get', { on: onProject }],
  ['projects.transferOwnership', { on: onProject, input: fc.record({ to: one(...users) }) }],
  [
    'projects.members.add',
    {
      on: onProject,
      input: fc.record({
        subject: fc.oneof(
          fc.record({ type: fc.constant('user'), id: one(...users) }),
          fc.record({ type: fc.constant('team'), id: one(...workgroups) }),
          fc.record({ type: fc.constant('email'), id: one(...users, 'new@clinic.test') }),
        ),
        roles: fc.constant({ project: 'viewer' }),
      }),
    },
  ],
]

/** A random world, and a question about it for each action of the tables and each of those calls. */
export const cases = caseOf(scenario, one(...users), [
  ...actionsOf('ica').map((action): [string, Asked] => [action, askedOf(action)]),
  ...calls,
])
