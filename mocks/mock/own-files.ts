import { isPlain } from '../../src/core/base/check.ts'
import { checkValue } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { scenarioSchema } from '../generated/file-schemas.ts'
import { checkPolicy } from '../policy-check/check-policy.ts'
import { type SchemaFault, faultsOf } from '../policy-check/faults.ts'
import { moreFaults, placeAt } from '../scenario/wrong.ts'

// Data that was found right once is not looked at again.
const right = new WeakSet<object>()

/**
 * Throws where a policy of somebody's own can't be enforced: where, what is wrong, and what would be
 * right. What is only probably not meant is no hindrance.
 */
export const checkOwnPolicy = (value: unknown): void =>
  check('policy', value, (policy) =>
    checkPolicy(policy).filter(({ severity }) => severity === 'error'),
  )

/** The same of a scenario. */
export const checkOwnScenario = (value: unknown): void =>
  check('scenario', value, (scenario) => faultsOf(scenarioSchema(), scenario))

function check(
  option: string,
  value: unknown,
  find: (value: unknown) => readonly SchemaFault[],
): void {
  checkValue(option, value, isPlain, 'a name, or your own as an object')
  if (!isPlain(value) || right.has(value)) return
  // What tells an editor of a file's schema is no part of what the file says.
  const { $schema: _, ...rest } = value
  const [fault, ...more] = find(rest)
  if (fault !== undefined) {
    const { pointer, message, fix } = fault
    const place = option === 'scenario' ? placeAt(`/scenario${pointer}`) : `${option}${pointer}`
    throw new ConfigurationError(`${place}: ${message} ${fix}${moreFaults(more.length)}`)
  }
  right.add(value)
}
