import fc, { type Arbitrary } from 'fast-check'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { Cases } from './agree.ts'
import type { Named, Question } from './question.ts'

/** An e-mail address for each name. */
export const people = (...names: readonly string[]): string[] =>
  names.map((name) => `${name}@acme.test`)

/** One of them. */
export const one = <const T>(...values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values)

/** Any of them, or none. */
export const some = <T>(values: readonly T[]): Arbitrary<T[]> => fc.subarray([...values])

/** For each name a value, or none. */
export const perhapsEach = <T>(
  names: readonly string[],
  value: Arbitrary<T>,
): Arbitrary<Record<string, T>> => some(names).chain((chosen) => each(chosen, value))

/** For each name a value. */
export const each = <T>(
  names: readonly string[],
  value: Arbitrary<T>,
): Arbitrary<Record<string, T>> => fc.record(Object.fromEntries(names.map((name) => [name, value])))

/** A resource of that type. */
export const named = (type: Named['type'], names: readonly string[]): Arbitrary<Named> =>
  one(...names).map((name) => ({ type, name }))

/** The questions of each action: its resources, its bodies, and how often in each world. */
export interface Asked {
  on: Arbitrary<Named>
  input?: Arbitrary<Readonly<Record<string, unknown>>>
  /** Default 1. More where few questions get as far as the deciding rule. */
  times?: number
}

/** A world with questions for each action, by anybody. */
export function caseOf(
  scenario: Arbitrary<Scenario>,
  by: Arbitrary<string>,
  actions: readonly (readonly [action: string, asked: Asked])[],
): Cases {
  const questions = actions.flatMap(([action, { on, input, times = 1 }]) => {
    const question: Arbitrary<Question> = fc.record({
      by,
      action: fc.constant(action),
      on,
      ...(input && { input }),
    })
    return Array.from({ length: times }, () => question)
  })
  return {
    questions: questions.length,
    worlds: fc.record({ scenario, questions: fc.tuple(...questions) }),
  }
}

/** The remaining parts of every scenario. */
export const scenarioBase = {
  name: 'differential',
  description: 'A random world.',
  organization: { name: 'Acme', plan: { name: 'enterprise', features: [] } },
  personas: [],
} satisfies Partial<Scenario>
