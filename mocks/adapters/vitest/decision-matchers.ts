import type { MatcherState } from 'vitest'
import { checkOptions, checkValue, isText } from '../../shared/check-options.ts'
import type { RuleExpectation } from './matchers.ts'
import { type Answer, answerOf, but, isPromise, settled } from './answer.ts'

/** The matchers of a decision. */
export const decisionMatchers = {
  toBeDenied(this: MatcherState, received: unknown, expected: RuleExpectation = {}) {
    checkOptions("toBeDenied's expectation", expected, ['rule'], "{ rule: 'AD-04' }")
    checkValue('rule', expected.rule, isText, 'the id of a rule, such as AD-04')
    return answered('toBeDenied', received, (answer) => matchDenied(this, answer, expected.rule))
  },

  toBeAllowed(this: MatcherState, received: unknown) {
    return answered('toBeAllowed', received, (answer) => matchAllowed(this, answer))
  },
}

interface Result {
  readonly pass: boolean
  readonly message: () => string
}

/** Matches the answer, or waits for it. */
function answered(
  matcher: string,
  received: unknown,
  match: (answer: Answer) => Result,
): Result | Promise<Result> {
  return isPromise(received)
    ? settled(matcher, received).then(match)
    : match(answerOf(matcher, received))
}

function matchDenied({ isNot }: MatcherState, answer: Answer, rule: string | undefined): Result {
  const by = rule === undefined ? '' : ` by ${rule}`
  const isDenied = answer.outcome === 'no'
  const byOther = isDenied && !isNot ? `${answer.rule ?? 'an unnamed rule'} denies it` : undefined
  return {
    pass: isDenied && (rule === undefined || answer.rule === rule),
    message: () => `expected ${answer.call}${not(isNot)} to be denied${by}${but(answer, byOther)}`,
  }
}

function matchAllowed({ isNot }: MatcherState, answer: Answer): Result {
  return {
    pass: answer.outcome === 'yes' || answer.outcome === 'done',
    message: () => `expected ${answer.call}${not(isNot)} to be allowed${but(answer)}`,
  }
}

const not = (isNot: boolean): string => (isNot ? ' not' : '')
