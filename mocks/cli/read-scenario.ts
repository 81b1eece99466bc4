import { ConfigurationError } from '../configuration-error.ts'
import { scenarioSchema } from '../generated/file-schemas.ts'
import { faultsOf } from '../policy-tools/faults.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { isPath, readJson } from './read-json.ts'

/** Reads a scenario: a name as it is, which the policy must know, or a file. */
export async function readScenario(text: string): Promise<string | Scenario> {
  if (!isPath(text)) return text
  const scenario = await readJson(text)
  if (isScenario(scenario)) return scenario
  const [first] = faultsOf(scenarioSchema, scenario)
  const { pointer = '', message = '', fix = '' } = first ?? {}
  throw new ConfigurationError(`${text}: ${pointer || '/'}: ${message} ${fix}`)
}

const isScenario = (value: unknown): value is Scenario =>
  faultsOf(scenarioSchema, value).length === 0
