import type { EvaluationRequest } from '../../src/generated/models.ts'
import { keptText, longestKept, type Mask, plainCopy } from './logged-input.ts'

/** A question about a subject, an action and a resource, as frozen plain data without secrets. */
export interface LoggedQuestion {
  /** Who would act: `{ type: 'user', id: 'me' }` for the caller. */
  readonly subject: LoggedReference
  /** An operation, such as `roles.create`, or an action of the policy. */
  readonly action: string
  /** The resource that would be acted on. */
  readonly resource: LoggedReference
  /**
   * The arguments of the call that was asked about. Missing if the question has none, or if it is part of
   * a batch that is too long to keep and they have more than 1,000 characters.
   */
  readonly args?: readonly unknown[]
}

/** A subject or resource, as the caller named it. */
export interface LoggedReference {
  readonly type: string
  readonly id: string
}

/** A question, as asked. */
export type AskedQuestion = Pick<EvaluationRequest, 'subject' | 'action' | 'resource' | 'context'>

/** The longest arguments that are kept of a batch which is itself too long to keep, in characters. */
const longestArgs = 1000

/** The log's copies of questions, masked and cut. `length` is that of the whole body, in characters. */
export function loggedQuestions(
  questions: readonly AskedQuestion[],
  length: number,
  mask: Mask,
): LoggedQuestion[] {
  const most = length > longestKept ? longestArgs : longestKept
  return questions.map(({ subject, action, resource, context }) => {
    const { args } = context?.rolecall ?? {}
    return {
      subject: reference(subject, mask),
      action: keptText(action.name, mask),
      resource: reference(resource, mask),
      ...(args &&
        JSON.stringify(args).length <= most && { args: args.map((arg) => plainCopy(arg, mask)) }),
    }
  })
}

const reference = ({ type, id }: LoggedReference, mask: Mask): LoggedReference => ({
  type: keptText(type, mask),
  id: keptText(id, mask),
})
