import { isError, isRecord } from '../../../src/core/base/kind-of.ts'
import { type Decision, denialText, PermissionDeniedError } from '../../../src/index.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { valueText } from '../../shared/value-text.ts'

/** The answer to a question or call, as matchers read it. */
export interface Answer {
  readonly outcome: Decision['outcome'] | 'done' | 'failed'
  /** The operation, if the answer says so. */
  readonly call: string
  /** The rule of a decision, if the server tells it. */
  readonly rule?: string | undefined
  /** The decision or error in words. */
  readonly text?: string
}

const anyCall = 'the call'

/** Reads a decision, or the error of a call. */
export function answerOf(matcher: string, received: unknown): Answer {
  if (isDecision(received)) {
    const { outcome, action: call, rule } = received
    return { outcome, call, rule, text: denialText(received) }
  }
  if (received instanceof PermissionDeniedError) {
    const { action: call = anyCall, rule } = { ...received.decision }
    return { outcome: 'no', call, rule, text: received.explain() }
  }
  if (isError(received)) {
    return { outcome: 'failed', call: anyCall, text: `${received.name}: ${received.message}` }
  }
  throw new ConfigurationError(
    `${matcher} needs a decision, a PermissionDeniedError, or the promise of one, not ${valueText(received)}.`,
  )
}

/** Waits for a question or call. The success of a call is a yes. */
export async function settled(matcher: string, promise: PromiseLike<unknown>): Promise<Answer> {
  let result: unknown
  try {
    result = await promise
  } catch (error) {
    return answerOf(matcher, error)
  }
  return isDecision(result) ? answerOf(matcher, result) : { outcome: 'done', call: anyCall }
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  isRecord(value) && typeof value.then === 'function'

const isDecision = (value: unknown): value is Decision =>
  isRecord(value) && typeof value.allowed === 'boolean' && typeof value.outcome === 'string'

const states: Readonly<Record<Answer['outcome'], string>> = {
  yes: 'it is allowed',
  no: 'it is denied',
  depends: 'it depends on the arguments',
  done: 'it succeeded',
  failed: 'it failed',
}

/** `, but it is denied:`, with the decision or error below. */
export const but = ({ outcome, text }: Answer, state = states[outcome]): string =>
  text === undefined ? `, but ${state}.` : `, but ${state}:\n\n${text}`
