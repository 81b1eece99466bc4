import { parseScenario } from '../../mock/parse.ts'
import type { Scenario } from '../../policies/scenario.ts'
import { isPath, readJson } from './read-json.ts'

/** Reads a scenario from a file. Returns a name as it is: `createMock` looks it up in the policy. */
export const readScenario = async (text: string): Promise<string | Scenario> =>
  isPath(text) ? parseScenario(await readJson(text), text) : text
