import { isPlain } from '../../src/core/base/check.ts'
import { faultsSchema } from '../generated/file-schemas.ts'
import { faultsOf, type SchemaFault } from '../policy-check/faults.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { freeze } from '../shared/freeze.ts'
import { placeAt } from '../shared/json-pointer.ts'
import { moreFaults } from '../shared/more-faults.ts'
import { onlyJson } from '../shared/only-json.ts'
import { valueText } from '../shared/value-text.ts'
import { wrongInPlan } from './check-rules.ts'
import type { FaultPlan } from './plan.ts'

/**
 * Returns a frozen copy of a plan. Throws if it is wrong, with the place, the fault and the fix.
 *
 * @param separator - Between the name and the place in messages. Default: as in code.
 */
export function checkPlan(name: string, value: unknown, separator = '.'): FaultPlan {
  if (!isPlain(value)) {
    throw new ConfigurationError(
      `${name} must be a plan, such as { rules: [{ status: 503, times: 3 }] }, not ${valueText(value)}.`,
    )
  }
  const copy: unknown = JSON.parse(JSON.stringify(onlyJson(name, value)))
  const faults = wrongPlaces(copy)
  if (faults.length === 0 && isPlan(copy)) return freeze(copy)
  const [first, ...more] = faults
  const { pointer = '', message = '', fix = '' } = first ?? {}
  const place = [name, placeAt(pointer)].filter(Boolean).join(separator)
  throw new ConfigurationError(`${place}: ${message} ${fix}${moreFaults(more.length)}`)
}

/** All that is wrong: what the schema refuses or, if it refuses nothing, what it can't say. */
function wrongPlaces(value: unknown): readonly SchemaFault[] {
  return isPlan(value) ? [...wrongInPlan(value)] : faultsOf(faultsSchema(), value)
}

const isPlan = (value: unknown): value is FaultPlan => faultsOf(faultsSchema(), value).length === 0
