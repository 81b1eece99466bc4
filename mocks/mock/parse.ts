import { ConfigurationError } from '../shared/configuration-error.ts'
import { scenarioSchema } from '../generated/file-schemas.ts'
import type { Policy } from '../policy/language/policy.ts'
import { checkPolicy, isPolicy } from '../policy-check/check-policy.ts'
import { type SchemaFault, faultsOf } from '../policy-check/faults.ts'
import type { Scenario } from '../policies/scenario.ts'
import { placeAt } from '../scenario/wrong.ts'

/**
 * Reads what a JSON file holds as a policy: `import` and `JSON.parse` know its shape and not its words.
 *
 * @param value - What was parsed.
 * @param name - What the error calls it. Default `policy`.
 * @returns The same object.
 * @throws {@link ConfigurationError} where it can't be enforced: the first place, what is wrong there
 *   and what would be right.
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
    ` There is more: rolecall policy check ${name}.`,
  )
}

/**
 * Reads what a JSON file holds as a scenario. Whether it fits a policy is found out when a mock is made.
 *
 * @param value - What was parsed.
 * @param name - What the error calls it. Default `scenario`.
 * @returns The same object.
 * @throws {@link ConfigurationError} where it is none: the first place, what is wrong there and what
 *   would be right.
 * @example
 * import evening from './scenario.json' with { type: 'json' }
 * const mock = createMock({ policy: library, scenario: parseScenario(evening) })
 */
export function parseScenario(value: unknown, name = 'scenario'): Scenario {
  if (isScenario(value)) return value
  throw wrong(name, faultsOf(scenarioSchema(), value), placeAt, '')
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
