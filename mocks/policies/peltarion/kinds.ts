import type { KindDefinition } from '../../policy/language/policy.ts'

const written = {
  create: 'artifact:write',
  get: 'artifact:view',
  update: 'artifact:write',
  move: 'artifact:write',
  delete: 'artifacts.delete',
} as const

export const kinds = {
  dataset: { description: 'A dataset that experiments learn from.', ...written },
  model: { description: 'A model that an experiment produced.', ...written },
  experiment: {
    description: 'An experiment of a project.',
    ...written,
    run: {
      start: { ask: 'experiment:run', description: 'Start it.' },
      stop: { ask: 'experiment:run', description: 'Stop it.' },
    },
  },
} as const satisfies Record<string, KindDefinition>
