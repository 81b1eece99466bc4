import { expect } from 'vitest'
import { ConfigurationError, createMock, type Scenario } from '../../mocks/index.ts'

export type Any = Readonly<Record<string, unknown>>
export type PolicyName = 'adaptive' | 'bigml' | 'superannotate' | 'peltarion' | 'ica'

export const scenarioOf = (policy: PolicyName): Scenario =>
  structuredClone(createMock({ policy }).scenario)

/** The error of `createMock` about a changed scenario of that policy. */
export function complaint(
  policy: PolicyName,
  change: (scenario: Any & Scenario) => unknown,
): string {
  const scenario = { ...scenarioOf(policy) }
  change(scenario)
  try {
    createMock({ policy, scenario })
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return error instanceof Error ? error.message : ''
  }
  return 'It loads.'
}

/** Puts a value into the scenario, at the end of the keys. */
export const set =
  (...path: readonly (string | number)[]) =>
  (value: unknown) =>
  (scenario: object): void => {
    const [last = '', ...before] = path.toReversed()
    let at: unknown = scenario
    for (const step of before.toReversed())
      at = typeof at === 'object' && at ? Reflect.get(at, step) : at
    if (typeof at !== 'object' || at === null) throw new Error(`There is no ${path.join('/')}.`)
    Reflect.set(at, last, value)
  }

export const add =
  (section: keyof Scenario, ...items: readonly object[]) =>
  (scenario: object) => {
    const before: unknown = Reflect.get(scenario, section)
    Reflect.set(scenario, section, [...(Array.isArray(before) ? before : []), ...items])
  }
