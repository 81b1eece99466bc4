import faultsSchema from 'rolecall/faults.schema.json' with { type: 'json' }
import document from 'rolecall/openapi.json' with { type: 'json' }
import manifest from 'rolecall/package.json' with { type: 'json' }
import policySchema from 'rolecall/policy.schema.json' with { type: 'json' }
import scenarioSchema from 'rolecall/scenario.schema.json' with { type: 'json' }
import snapshotSchema from 'rolecall/snapshot.schema.json' with { type: 'json' }

export const texts: string[] = [
  document.info.title,
  manifest.version,
  policySchema.title,
  scenarioSchema.title,
  faultsSchema.title,
  snapshotSchema.title,
]
