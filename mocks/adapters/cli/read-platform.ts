import type { MockOptions } from '../../mock/options.ts'
import { parsePolicy, parseScenario } from '../../mock/parse.ts'
import { builtIn } from '../../policies/built-in.ts'
import type { Scenario } from '../../policies/scenario.ts'
import type { Policy } from '../../policy/language/policy.ts'
import type { Given } from './command.ts'
import { isPath, readJson } from './read-json.ts'
import { readChoice } from './read-value.ts'

/** Reads the platform that a command is about. */
export async function readPlatform(given: Given): Promise<MockOptions<Policy>> {
  const scenario = given.get('scenario')
  return {
    policy: await readPolicy('--policy', given.get('policy') ?? 'adaptive'),
    ...(scenario !== undefined && { scenario: await readScenario(scenario) }),
  }
}

/** Reads a policy, by its name in the package or from a file. Throws if it can't be enforced. */
export const readPolicy = async (option: string, text: string): Promise<Policy> =>
  isPath(text) ? parsePolicy(await readJson(text), text) : readChoice<Policy>(option, text, builtIn)

/** Reads a scenario from a file. Returns a name as it is: `createMock` looks it up in the policy. */
export const readScenario = async (text: string): Promise<string | Scenario> =>
  isPath(text) ? parseScenario(await readJson(text), text) : text
