import type { Policy } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { Play } from './play.ts'
import type { Question } from './situation.ts'

/** One question of a cell, ready to be asked on any surface. */
export interface Trial extends Play {
  policy: Policy
  scenario: Scenario
  question: Question
  /** What the policy calls that which the row is about. */
  action: string
}

/** What a surface answers: yes, no, or `depends` where only a call's arguments could tell. */
export interface Reply {
  outcome: 'yes' | 'no' | 'depends'
  /** The status of a refused call. */
  status?: number | undefined
  /** Why, for whoever reads the report. */
  text?: string | undefined
}

/** A place where a cell can be asked. */
export interface Surface {
  name: string
  /** The answer; undefined where the question can't be asked here. */
  ask(trial: Trial): Promise<Reply | undefined>
}
