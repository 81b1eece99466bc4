import type { KindDefinition } from '../../policy/language/policy.ts'

export const kinds = {
  interaction: {
    description: 'One exchange with a use case’s model.',
    create: 'use_case:interact',
    get: 'use_case:read_interactions',
    update: 'use_case:update_interactions',
    delete: 'use_case:delete_interactions',
    run: {
      add_feedback: { ask: 'use_case:add_feedback', description: 'Add feedback to it.' },
    },
  },
  training_job: {
    description: 'A fine-tuning run of a use case.',
    create: 'use_case:adapt',
    get: 'use_case:read',
  },
  evaluation_job: {
    description: 'An evaluation run of a use case.',
    create: 'use_case:evaluate',
    get: 'use_case:read',
  },
  dataset: {
    description: 'A dataset of a use case.',
    create: 'dataset:create',
    get: 'dataset:read',
    delete: 'dataset:delete',
    move: 'datasets.move',
  },
  metric: {
    description: 'A metric that a use case’s jobs are measured by.',
    create: 'metric:create',
    get: 'metric:read',
    run: { link: { ask: 'metric:link', description: 'Link it to the use case’s jobs.' } },
  },
  model: {
    description: 'A model, which may be attached to further use cases.',
    create: 'model:create',
    get: 'model:read',
    update: 'model:update',
    move: 'models.move',
    run: {
      deploy: { ask: 'model:deploy', description: 'Deploy it.' },
      terminate: { ask: 'model:terminate', description: 'Terminate its deployment.' },
      attach: {
        ask: 'models.attach',
        description: 'Attach it to the use case named in the call.',
        does: 'attach',
      },
      detach: {
        ask: 'models.detach',
        description: 'Detach it from the use case named in the call.',
        does: 'detach',
      },
    },
  },
} as const satisfies Record<string, KindDefinition>
