import { isPlain } from '../src/core/check-names.ts'
import { checkValue } from './check-options.ts'
import { ConfigurationError } from './configuration-error.ts'
import { policySchema, scenarioSchema } from './generated/file-schemas.ts'
import { faultsOf } from './policy-tools/faults.ts'
import type { JsonSchema } from './policy-tools/json-schema.ts'

// Data that was found right once is not looked at again.
const right = new WeakSet<object>()

/** Throws where a policy of somebody's own is none: where, what is wrong, and what would be right. */
export const checkOwnPolicy = (value: unknown): void => check('policy', policySchema, value)

/** The same of a scenario. */
export const checkOwnScenario = (value: unknown): void => check('scenario', scenarioSchema, value)

function check(option: string, schema: JsonSchema, value: unknown): void {
  checkValue(option, value, isPlain, 'a name, or your own as an object')
  if (!isPlain(value) || right.has(value)) return
  // What tells an editor of a file's schema is no part of what the file says.
  const { $schema: _, ...rest } = value
  const [fault, ...more] = faultsOf(schema, rest)
  if (fault !== undefined) {
    const { pointer, message, fix } = fault
    const others = more.length === 0 ? '' : ` There are ${more.length} more faults.`
    throw new ConfigurationError(`${option}${pointer}: ${message} ${fix}${others}`)
  }
  right.add(value)
}
