import type { Call } from './call.ts'
import type { UserRecord } from '../language/records.ts'
import type { QuestionProperties } from '../language/question-properties.ts'
import type { Resources } from '../world/resources.ts'

/** An action asked about resources, without a call. */
export interface ActionQuestion {
  readonly actor: UserRecord
  readonly action: string
  /** Undefined if they do not exist. */
  readonly resources: Resources | undefined
  /** The properties that the question states. */
  readonly properties?: QuestionProperties
}

/** An action asked about resources that exist. */
export interface ResourceQuestion extends ActionQuestion {
  readonly resources: Resources
}

/** What a question is about: a call, with or without its arguments, or an action. */
export type Question = Call | ActionQuestion
