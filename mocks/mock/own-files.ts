import { isPlain } from '../../src/core/base/check.ts'
import { checkValue } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { scenarioSchema } from '../generated/file-schemas.ts'
import { checkPolicy } from '../policy-check/check-policy.ts'
import { type SchemaFault, faultsOf } from '../policy-check/faults.ts'
import { placeAt } from '../shared/json-pointer.ts'
import type { Scenario } from '../policies/scenario.ts'
import { moreFaults } from '../shared/more-faults.ts'

// Data found right is not checked again.
const right = new WeakSet<object>()

/** Throws if a policy can't be enforced, with the place, the fault and the fix. Warnings of `checkPolicy` don't count. */
export const checkOwnPolicy = (value: unknown): void =>
  check('policy', value, (policy) =>
    checkPolicy(policy).filter(({ severity }) => severity === 'error'),
  )

/** Throws if a scenario is malformed. */
export function checkOwnScenario(value: unknown): asserts value is Scenario {
  check('scenario', value, (scenario) => faultsOf(scenarioSchema(), scenario))
}

function check(
  option: string,
  value: unknown,
  find: (value: unknown) => readonly SchemaFault[],
): void {
  checkValue(option, value, isPlain, 'a name, or your own as an object')
  if (!isPlain(value) || right.has(value)) return
  // `$schema` is for editors.
  const { $schema: _, ...rest } = value
  const [fault, ...more] = find(rest)
  if (fault !== undefined) {
    const { pointer, message, fix } = fault
    const place = option === 'scenario' ? placeAt(`/scenario${pointer}`) : `${option}${pointer}`
    throw new ConfigurationError(`${place}: ${message} ${fix}${moreFaults(more.length)}`)
  }
  right.add(value)
}
