import type { Scenario } from '../policies/scenario.ts'

/** The scenario that a mock started with. */
export interface StartScenario {
  readonly name: string
  readonly whole: () => Scenario
}

export const given = (scenario: Scenario): StartScenario => ({
  name: scenario.name,
  whole: () => scenario,
})

/**
 * A scenario that a function made. The function makes it again on demand: a million users are in the state
 * already, and would take half as much memory again here.
 */
// Apart from `given`: functions of one scope keep each other's variables.
export function madeAgain(name: string, make: () => Scenario): StartScenario {
  let made: Scenario | undefined
  return { name, whole: () => (made ??= make()) }
}
