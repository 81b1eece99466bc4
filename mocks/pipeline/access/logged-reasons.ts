import type { Decision } from '../../../src/generated/models.ts'
import type { AccessQuestion } from '../../operations/access/asked.ts'
import { effortOf, effortOfAnswer, mostEffort } from '../../operations/access/effort.ts'

const isAsked = ({ context }: AccessQuestion): boolean => context?.rolecall?.explain === true

/**
 * Finds reasons for the log that the batch itself did not ask for, until that takes as much effort as
 * one request may cause.
 */
export class LoggedReasons {
  #effort = 0

  mayExplain(question: AccessQuestion): boolean {
    if (isAsked(question)) return true
    this.#effort += effortOf(question, true)
    return this.#effort <= mostEffort
  }

  /** The decision for the log. One without reasons says so. */
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
  'The log leaves out its reasons: finding them for every answer of the batch would take too long. Ask fewer questions at once, or with `explain`.'
