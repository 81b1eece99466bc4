import type { Decision } from '../../../src/generated/models.ts'
import { effortOf, effortOfAnswer, mostEffort } from './effort.ts'
import type { AccessQuestion } from './question.ts'

const isAsked = ({ context }: AccessQuestion): boolean => context?.explain === true

/**
 * Decides which answers of one batch have their reasons in the log, though they were not asked for:
 * all, until finding them takes as much effort as a request may ask for.
 */
export class LoggedReasons {
  #effort = 0

  mayExplain(question: AccessQuestion): boolean {
    if (isAsked(question)) return true
    this.#effort += effortOf(question, true)
    return this.#effort <= mostEffort
  }

  /** The decision as the log has it: one without its reasons says so. */
  note(question: AccessQuestion, decision: Decision): Decision {
    if (isAsked(question)) return decision
    if (this.#effort <= mostEffort) {
      this.#effort += effortOfAnswer({ context: decision })
      return decision
    }
    const { allowed, final, text } = decision
    return allowed || final !== undefined ? decision : { ...decision, text: `${text} ${leftOut}` }
  }
}

const leftOut =
  'The log leaves out its reasons: finding those of all answers takes too long. Ask fewer questions at once, or with `explain`.'
