import { contract } from '../generated/contract.ts'
import type { FaultRun } from '../faults/fault-run.ts'
import { insteadAnswer } from '../faults/problem.ts'
import type { Struck } from '../faults/struck.ts'
import type { Answer, Message } from '../message/message.ts'
import type { Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Route } from './router.ts'

/** A request, once it is known what it calls and who calls it. */
export interface Received {
  readonly found: Route | undefined
  readonly actor?: UserRecord
  /** Why nobody is signed in, if the operation needs it. */
  readonly refused?: Refused
}

/** What the plan of faults does to a request. */
export function strike(
  faults: FaultRun,
  { store }: Platform,
  { found, actor }: Received,
  { headers }: Message,
): Struck | undefined {
  const operation = found && 'operation' in found ? found.operation : undefined
  const { 'if-match': ifMatch = '*' } = headers
  const isConditional =
    operation !== undefined && contract[operation].ifMatch === true && ifMatch.trim() !== '*'
  return faults.strike({ operation, actor, isConditional }, store)
}

/** Stands for the answer to a request that never arrives. Adapters that know faults never send it. */
export const lostAnswer: Answer = { status: 503, headers: {}, body: '' }

interface Ended {
  readonly answer: Answer
  readonly refused: Refused | undefined
}

/** The answer after its fault, with the refusal and the status for the log. */
export function afterFault(
  struck: Struck | undefined,
  { answer, refused }: Ended,
  requestId: string,
): { readonly answer: Answer; readonly told: Refused | undefined; readonly status: number } {
  if (struck === undefined) return { answer, told: refused, status: answer.status }
  const { instead, delivery, isBefore } = struck
  const { headers, ...rest } = instead ? insteadAnswer(instead, requestId) : answer
  const isUnseen = isBefore && instead === undefined
  return {
    answer: {
      ...rest,
      headers: { ...headers, ...struck.headers },
      ...(delivery && { fault: delivery }),
    },
    told: instead ? undefined : refused,
    status: isUnseen ? 0 : rest.status,
  }
}
