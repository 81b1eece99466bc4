import type { KindDefinition } from '../../policy/language/policy.ts'

export const kinds = {
  training_run: {
    description: 'A run of model training, which belongs to the team.',
    see: 'training:view',
    create: 'training:run',
    get: 'training:view',
    update: 'training:manage',
    delete: 'training:manage',
    run: {
      rerun: { ask: 'training:manage', description: 'Run it again.' },
      stop: { ask: 'training:manage', description: 'Stop it.' },
      download_metrics: {
        ask: 'training:download_metrics',
        description: 'Download its metrics.',
      },
    },
  },
  orchestrate: {
    description: 'The team’s Orchestrate workspace.',
    see: 'orchestrate.see',
    get: 'orchestrate.see',
    run: { open: { ask: 'orchestrate:access', description: 'Open it.' } },
  },
  dataset: {
    description: 'A dataset of a project.',
    required: ['project'],
    create: 'dataset:manage',
    get: 'dataset:view',
    update: 'dataset:manage',
    delete: 'dataset:manage',
    run: { explore: { ask: 'dataset:explore', description: 'Explore it.' } },
  },
} as const satisfies Record<string, KindDefinition>
