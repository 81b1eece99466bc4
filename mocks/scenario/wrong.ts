import { printable } from '../../src/core/base/printable.ts'
import { brief, cut } from '../shared/brief.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { pointerSteps } from '../shared/json-pointer.ts'
import { valueText } from '../shared/value-text.ts'
import { lowerCase } from '../shared/lower-case.ts'

/** The steps into a value as code says them: `[3].email`, or `.teams["two words"]`. */
export const stepsInto = (...steps: readonly string[]): string =>
  steps
    .map((step) => {
      if (/^\d+$/.test(step)) return `[${step}]`
      return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(cut(step))}]`
    })
    .join('')

/** A JSON pointer as code says it: `/users/3/email` is `users[3].email`. */
export const placeAt = (pointer: string): string =>
  stepsInto(...pointerSteps(pointer)).replace(/^\./, '')

/** What is wrong with a scenario, or with what its policy brings: `text` goes on behind the place. */
export function wrong(scenario: string, at: string, text: string): ConfigurationError {
  const whose = at.startsWith('policy.') ? '' : `Scenario ${brief(scenario)}: `
  return new ConfigurationError(`${whose}${printable(at)}${text}`)
}

/** The value at a place; undefined where there is none. */
function valueAt(whole: unknown, steps: readonly string[]): unknown {
  let value = whole
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, step)?.value
  }
  return value
}

/**
 * Says of a value in a scenario what the API would say of it in a call. `whole` is what stands at `at`,
 * and the fault's pointer leads into it; `more` is how many faults there are beside this one.
 */
export function wrongValue(
  scenario: string,
  at: string,
  whole: unknown,
  { pointer, message }: { readonly pointer: string; readonly message: string },
  more = 0,
): ConfigurationError {
  const steps = pointerSteps(pointer)
  const value = valueAt(whole, steps)
  const is = value === undefined ? '' : ` It is ${valueText(value)}.`
  const what = message.replace(/^(?:Must|Is|Has)\b/, (verb) => `It ${lowerCase(verb)}`)
  return wrong(scenario, `${at}${stepsInto(...steps)}`, `:${is} ${what}${moreFaults(more)}`)
}

/** Says how many faults are not told. */
export function moreFaults(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' There is 1 more fault.' : ` There are ${count} more faults.`
}
