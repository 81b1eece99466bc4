import { printable } from '../../src/core/base/printable.ts'
import { brief } from '../shared/brief.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { pointerSteps, stepsInto } from '../shared/json-pointer.ts'
import { moreFaults } from '../shared/more-faults.ts'
import { valueText } from '../shared/value-text.ts'

/** The name of what `mock.seed` adds, which has the format of a scenario. */
export const seedName = 'mock.seed'

/** The error of a scenario, or of a built-in role or team of its policy. `text` follows the place. */
export function wrong(scenario: string, at: string, text: string): ConfigurationError {
  const name = scenario === seedName ? seedName : `Scenario ${brief(scenario)}`
  const whose = at.startsWith('policy.') ? '' : `${name}: `
  return new ConfigurationError(`${whose}${printable(at)}${text}`)
}

/** The value at a place; undefined if there is none. */
function valueAt(whole: unknown, steps: readonly string[]): unknown {
  let value = whole
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, step)?.value
  }
  return value
}

/**
 * The error of a value that the API would refuse in a call. `whole` is the value at `at`, the pointer
 * leads into it, and `predicate` goes on after a subject: `must be text.`
 */
export function wrongValue(
  scenario: string,
  at: string,
  whole: unknown,
  { pointer, predicate }: { readonly pointer: string; readonly predicate: string },
  more = 0,
): ConfigurationError {
  const steps = pointerSteps(pointer)
  const value = valueAt(whole, steps)
  const is = value === undefined ? '' : ` It is ${valueText(value)}.`
  return wrong(scenario, `${at}${stepsInto(...steps)}`, `:${is} It ${predicate}${moreFaults(more)}`)
}
