import type { GrantDefinition } from '../../policy/language/policy.ts'

export const grants = {
  view_token: {
    name: 'View SDK token',
    description: 'See the token of the Python SDK.',
    in: ['organization'],
  },
  run_training: {
    name: 'Run training',
    description: 'Run model training.',
    in: ['organization'],
  },
  orchestrate: {
    name: 'Orchestrate',
    description: 'Access Orchestrate.',
    in: ['organization'],
  },
  explore: {
    name: 'Explore datasets',
    description: 'Explore datasets: a Team Admin everywhere, a Project Admin on the project.',
    in: ['organization', 'project'],
  },
} as const satisfies Record<string, GrantDefinition>
