import { createMock, type Mock } from '../../../mocks/index.ts'
import { type Answered, answeredBy, messageOf, type Sent } from './send.ts'
import type { Stage } from './stage.ts'

/** A user's call on a mock. */
export interface LiveCall {
  readonly person: string
  readonly call: Sent
  /** Whether it has an idempotency key. Few keys are used, so that calls are repeated. */
  readonly key?: number | undefined
}

/** A mock with the policy and the scenario of the stage. */
export const mockOf = ({ policy, compiled: { hardened } }: Stage): Mock =>
  createMock({ policy, hardened })

/** Sends a call to a mock, in process. */
export function sendTo(mock: Mock, { person, call, key }: LiveCall): Answered {
  const sent = key === undefined ? call : { ...call, idempotencyKey: `key-${key}` }
  return answeredBy(mock.handle(messageOf(sent, mock.token(person))))
}

/** The whole snapshot, to the byte. */
export const savedOf = (mock: Mock): string => JSON.stringify(mock.snapshot())
