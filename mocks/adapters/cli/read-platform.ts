import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import type { Given } from './command.ts'
import { readPolicy } from './read-policy.ts'
import { readScenario } from './read-scenario.ts'

/** Reads the platform that a command is about. */
export async function readPlatform(given: Given): Promise<MockOptions<Policy>> {
  const scenario = given.get('scenario')
  return {
    policy: await readPolicy('--policy', given.get('policy') ?? 'adaptive'),
    ...(scenario !== undefined && { scenario: await readScenario(scenario) }),
  }
}
