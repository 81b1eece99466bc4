import type { Properties } from './records.ts'

/** The parts of a question that have properties. */
export type QuestionPart = 'subject' | 'resource' | 'action'

/** The properties that a question states, if any of them may count. */
export interface QuestionProperties extends Partial<Readonly<Record<QuestionPart, Properties>>> {
  /**
   * Whether they count for every requirement, since an enforcement point states them. Those of a person
   * count where a requirement says `fromQuestion`.
   */
  readonly areTrusted: boolean
}
