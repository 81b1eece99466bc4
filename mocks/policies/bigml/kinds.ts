import type { KindDefinition } from '../../policy/language/policy.ts'

const resource = (description: string) =>
  ({
    description,
    create: 'resource:write',
    get: 'resource:view',
    update: 'resource:write',
    delete: 'resource:write',
    move: 'resources.move',
  }) as const

export const kinds = {
  source: resource('Raw data as it was brought in.'),
  dataset: resource('Data made ready for models.'),
  model: {
    ...resource('A model of a dataset.'),
    run: {
      predict_locally: { ask: 'prediction:create_local', description: 'Predict with it locally.' },
    },
  },
  evaluation: resource('How well a model does on a dataset.'),
} as const satisfies Record<string, KindDefinition>
