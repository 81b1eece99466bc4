import fc, { type Arbitrary } from 'fast-check'
import { expect } from 'vitest'
import type { Policy } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import { runs } from '../properties/runs.ts'
import { platform } from './platform.ts'
import { type Answers, describe, type Question } from './question.ts'

/** A random world of one policy, and for each action of its tables a random question about it. */
export interface Case {
  scenario: Scenario
  questions: readonly Question[]
}

/** Random worlds, and the number of questions of each. */
export interface Cases {
  worlds: Arbitrary<Case>
  questions: number
}

/**
 * An oracle: an implementation of the policy written from its rules and tables, and not from its data.
 */
export type Oracle = (scenario: Scenario) => Answers

/** How often each action was allowed and denied. */
type Tally = Map<string, Record<'allow' | 'deny', number>>

const word = (allowed: boolean) => (allowed ? 'allow' : 'deny')

/** Questions about random worlds for one oracle: 25,000 for Cedar over the five policies. */
const usual = 5000

/** With fewer questions, an action might be allowed alone, or denied alone. */
const least = usual / 5

/**
 * Asks the compiled policy and the oracle the same questions about random worlds. They must agree on
 * each; and every action must have been both allowed and denied, except `always`, which are never
 * denied. `pairs` is the total number of questions, several for each world.
 *
 * `ROLECALL_PROPERTY_RUNS=20 npm test -- --project laws differential` asks twenty times as many;
 * `ROLECALL_PROPERTY_SEED=…` repeats a run that failed.
 */
export function expectAgreement(
  policy: Policy,
  oracle: Oracle,
  cases: Cases,
  { always = [], pairs = usual }: { always?: readonly string[]; pairs?: number } = {},
): void {
  const tally: Tally = new Map()
  fc.assert(
    fc.property(cases.worlds, ({ scenario, questions: asked }) => {
      const ours = platform(policy, scenario)
      const theirs = oracle(scenario)
      const disagreements = asked.flatMap((question) => {
        const [allowed, expected] = [ours(question), theirs(question)]
        count(tally, question.action, expected)
        return allowed === expected
          ? []
          : [`${describe(question)}: ${word(allowed)}, and the oracle says ${word(expected)}`]
      })
      expect(disagreements).toEqual([])
    }),
    runs({ cases: pairs, perRun: cases.questions, least }),
  )
  const oneSided = [...tally].filter(([, { allow, deny }]) => allow === 0 || deny === 0)
  expect(oneSided.map(([action]) => action).toSorted()).toEqual([...always].toSorted())
}

function count(tally: Tally, action: string, allowed: boolean): void {
  const counts = tally.get(action) ?? { allow: 0, deny: 0 }
  tally.set(action, { ...counts, [word(allowed)]: counts[word(allowed)] + 1 })
}
