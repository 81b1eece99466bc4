import { parseScenario } from '../../mock/parse.ts'
import type { Scenario } from '../../policies/scenario.ts'
import { isPath, readJson } from './read-json.ts'

/** Reads a scenario: a name as it is, which the policy must know, or a file. */
export const readScenario = async (text: string): Promise<string | Scenario> =>
  isPath(text) ? parseScenario(await readJson(text), text) : text
