import { checkPlan } from '../faults/check-plan.ts'
import type { FaultPlan } from '../faults/plan.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { scenarioSchema } from '../generated/file-schemas.ts'
import type { Policy } from '../policy/language/policy.ts'
import { checkPolicy, isPolicy } from '../policy-check/check-policy.ts'
import { type SchemaFault, faultsOf } from '../policy-check/faults.ts'
import type { Scenario } from '../policies/scenario.ts'
import { placeAt } from '../shared/json-pointer.ts'

/**
 * Checks a policy from a JSON file, and types it. `import` and `JSON.parse` infer its shape, but not its
 * words.
 *
 * @param value - The parsed JSON.
 * @param name - Its name in error messages. Default: `policy`.
 * @returns The same object.
 * @throws {@link ConfigurationError} if the policy can't be enforced. The message has the first wrong
 *   place, the fault, and what would be right.
 * @example
 * import library from './policy.json' with { type: 'json' }
 * const mock = createMock({ policy: parsePolicy(library) })
 */
export function parsePolicy(value: unknown, name = 'policy'): Policy {
  const errors = checkPolicy(value).filter(({ severity }) => severity === 'error')
  if (errors.length === 0 && isPolicy(value)) return value
  throw wrong(
    name,
    errors,
    (pointer) => pointer || '/',
    ` For all problems, run rolecall policy check ${name}.`,
  )
}

/**
 * Checks a scenario from a JSON file, and types it. `createMock` checks whether it fits a policy.
 *
 * @param value - The parsed JSON.
 * @param name - Its name in error messages. Default: `scenario`.
 * @returns The same object.
 * @throws {@link ConfigurationError} if it is not a scenario. The message has the first wrong place, the
 *   fault, and what would be right.
 * @example
 * import evening from './scenario.json' with { type: 'json' }
 * const mock = createMock({ policy: library, scenario: parseScenario(evening) })
 */
export function parseScenario(value: unknown, name = 'scenario'): Scenario {
  if (isScenario(value)) return value
  throw wrong(name, faultsOf(scenarioSchema(), value), placeAt, '')
}

/**
 * Checks a plan of faults from a JSON file, and types it.
 *
 * @param value - The parsed JSON.
 * @param name - Its name in error messages. Default: `faults`.
 * @returns A frozen copy.
 * @throws {@link ConfigurationError} if it is not a plan of faults. The message has the first wrong place,
 *   the fault, and what would be right.
 * @example
 * import slow from './faults.json' with { type: 'json' }
 * const mock = createMock({ faults: parseFaults(slow) })
 */
export function parseFaults(value: unknown, name = 'faults'): FaultPlan {
  return checkPlan(name, value, ': ')
}

const isScenario = (value: unknown): value is Scenario =>
  faultsOf(scenarioSchema(), value).length === 0

function wrong(
  name: string,
  faults: readonly SchemaFault[],
  placeOf: (pointer: string) => string,
  whereMore: string,
): ConfigurationError {
  const [first, ...rest] = faults
  const { pointer = '', message = '', fix = '' } = first ?? {}
  const place = placeOf(pointer)
  const more = rest.length === 0 ? '' : whereMore
  return new ConfigurationError(
    `${name}: ${place === '' ? '' : `${place}: `}${message} ${fix}${more}`,
  )
}
