import type { MatrixOutcome } from '../../../mocks/control-client/index.ts'

/** Whether an action is allowed: with any arguments, with none, or depending on them. */
type Outcome = MatrixOutcome['outcome']

/** The outcomes, in the order in which they are listed, with their text in a cell. */
export const outcomes: readonly { readonly outcome: Outcome; readonly text: string }[] = [
  { outcome: 'yes', text: 'Yes' },
  { outcome: 'depends', text: 'Depends' },
  { outcome: 'no', text: 'No' },
]

/** The text of an outcome in a cell. */
export const outcomeText = (outcome: Outcome): string =>
  outcomes.find((one) => one.outcome === outcome)?.text ?? outcome
