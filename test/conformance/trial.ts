import type { Policy } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { Play } from './play.ts'
import type { Question } from './situation.ts'

/** One question of a cell, ready for any surface. */
export interface Trial extends Play {
  policy: Policy
  scenario: Scenario
  question: Question
  /** The policy's name for the subject of the row. */
  action: string
}

/** The answer of a surface: yes, no, or `depends` where only a call's arguments could decide. */
export interface Reply {
  outcome: 'yes' | 'no' | 'depends'
  /** The status of a refused call. */
  status?: number | undefined
  /** The reason, for readers of the report. */
  text?: string | undefined
}

/** A surface that can answer a cell. */
export interface Surface {
  name: string
  /** The answer; undefined where the question cannot be asked here. */
  ask(trial: Trial): Promise<Reply | undefined>
}
