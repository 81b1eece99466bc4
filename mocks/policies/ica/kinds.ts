import type { KindDefinition } from '../../policy/language/policy.ts'

const project = {
  connector: {
    description: 'Brings data into the project from elsewhere.',
    create: 'project:create_connector',
    get: 'project:create_connector',
  },
  data: {
    description: 'A file or folder of the project, which may be linked to further projects.',
    create: 'data:upload',
    get: 'project:view_resources',
    delete: 'project:delete_data',
    move: 'data.move',
    run: {
      download: { ask: 'data:download', description: 'Download it.' },
      archive: { ask: 'project:delete_data', description: 'Archive it.' },
      link: {
        ask: 'data.link',
        description: 'Link it to the project named in the call.',
        does: 'attach',
      },
      unlink: {
        ask: 'data.unlink',
        description: 'Unlink it from the project named in the call.',
        does: 'detach',
      },
    },
  },
  sample: {
    description: 'A sample that data belongs to.',
    create: 'project:create_samples',
    get: 'project:view_resources',
  },
  notification_subscription: {
    description: 'Somebody’s subscription to the project’s notifications.',
    create: 'project:subscribe_notifications',
    get: 'project:subscribe_notifications',
  },
  notification_channel: {
    description: 'A destination of the project’s notifications.',
    create: 'project:manage_notification_channels',
    get: 'project:manage_notification_channels',
    update: 'project:manage_notification_channels',
    delete: 'project:manage_notification_channels',
  },
} as const satisfies Record<string, KindDefinition>

const flow = {
  analysis: {
    description: 'One run of a pipeline, with its results.',
    create: 'flow:create_analyses',
    get: 'flow:view_results',
  },
  pipeline: {
    description: 'A pipeline.',
    create: 'flow:create_pipelines',
    get: 'flow:view_results',
    update: 'flow:edit_pipelines',
  },
  tool: {
    description: 'A tool that pipelines are made of.',
    create: 'flow:create_pipelines',
    get: 'flow:view_results',
    update: 'flow:edit_pipelines',
  },
  docker_image: {
    description: 'A docker image that tools run in.',
    create: 'flow:add_docker_image',
    get: 'flow:view_results',
  },
} as const satisfies Record<string, KindDefinition>

const base = {
  table: {
    description: 'A table of records.',
    create: 'base:create_tables',
    get: 'base:view_records',
    run: {
      follow_link: { ask: 'base:follow_links', description: 'Follow a link in it.' },
      export: { ask: 'base:export_tables', description: 'Export it.' },
      load_files: { ask: 'base:load_files', description: 'Load files into it.' },
    },
  },
  query: {
    description: 'A query of the project’s tables.',
    create: 'base:create_queries',
    get: 'base:create_queries',
    run: {
      run: { ask: 'base:run_queries', description: 'Run it.' },
      export: { ask: 'base:export_query', description: 'Export its results.' },
      save: { ask: 'base:save_query', description: 'Save it.' },
    },
  },
} as const satisfies Record<string, KindDefinition>

const bench = {
  workspace: {
    description: 'A computer to work on.',
    create: 'bench:manage_workspaces',
    get: 'bench:run_workspace',
    update: 'bench:manage_workspaces',
    delete: 'bench:manage_workspaces',
    run: {
      start: { ask: 'bench:run_workspace', description: 'Start it.' },
      stop: { ask: 'bench:run_workspace', description: 'Stop it.' },
      install: {
        ask: 'bench:install_packages',
        description: 'Install further tools, packages or libraries in it.',
      },
      build_image: {
        ask: 'bench:build_docker_image',
        description: 'Build a new Bench docker image from it.',
      },
      create_tool: {
        ask: 'bench:create_tool',
        description: 'Create a tool from it that pipelines can execute.',
      },
    },
  },
  notebook: {
    description: 'A notebook in a workspace.',
    create: 'bench:manage_workspaces',
    get: 'bench:execute_notebook',
    run: { execute: { ask: 'bench:execute_notebook', description: 'Execute it.' } },
  },
} as const satisfies Record<string, KindDefinition>

export const kinds = { ...project, ...flow, ...base, ...bench } as const satisfies Record<
  string,
  KindDefinition
>
