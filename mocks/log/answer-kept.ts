import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Answer } from '../message/message.ts'
import { longestKept, type Mask, plainCopy } from './logged-input.ts'

/** The answer to a request, as frozen plain data without secrets. */
export interface LoggedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The JSON. Missing if the answer has no body, or one of more than 10,000 characters. */
  readonly body?: unknown
  /** A note on the part that the log does not keep. */
  readonly omitted?: string
}

/** An answer before it is read. Its text is the one that was sent, and is not copied. */
export interface AnswerKept extends Pick<Answer, 'status' | 'headers' | 'body'> {
  /** The length of a body that is too long to keep; 0 for any other. */
  readonly dropped: number
}

/** Keeps the parts of an answer that the log shows. */
export function keptAnswer({ status, headers, body }: Answer): AnswerKept {
  const isKept = body.length <= longestKept
  return { status, headers, body: isKept ? body : '', dropped: isKept ? 0 : body.length }
}

/** An answer of the log, masked. */
export function loggedAnswer(kept: AnswerKept, mask: Mask): LoggedAnswer {
  const { status, headers, body, dropped } = kept
  const json: unknown = body === '' ? undefined : JSON.parse(body)
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, mask(value)]),
    ),
    ...(json !== undefined && { body: isRecord(json) ? plainCopy(json, mask) : json }),
    ...(dropped > 0 && { omitted: `The log leaves out the body: it has ${dropped} characters.` }),
  }
}
