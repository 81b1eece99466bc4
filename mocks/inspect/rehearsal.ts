import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { Message } from '../message/message.ts'
import { handle } from '../pipeline/handle.ts'
import { rehearse } from '../pipeline/rehearse.ts'
import { forkOf } from '../platform/fork.ts'
import type { Platform } from '../platform/platform.ts'
import type { TracedRule } from '../policy/index.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Change } from '../state/journal.ts'
import { tracedCall } from './traced-call.ts'
import { type PeopleEffect, peopleEffect } from './effect/people.ts'
import { type ResourceChange, resourceChanges, touchedBy } from './effect/resources.ts'

/** A call to rehearse. */
export interface RehearsedCall {
  readonly actor: UserRecord
  readonly operation: OperationId
  /** As `client.call(operation, ...args)` takes them. */
  readonly args: readonly unknown[]
  /** The request of the call. */
  readonly message: Message
}

/** A call that was made on a copy of the state. */
export interface Rehearsal {
  /** The caller's e-mail address. */
  readonly as: string
  readonly operation: OperationId
  readonly args: readonly unknown[]
  /** The status that the call would answer now. */
  readonly status: number
  /** The JSON that it would answer: the result, or the problem. Missing if the answer has no body. */
  readonly answer?: unknown
  readonly code?: ProblemCode
  /** The whole decision, with its remedies, even if the caller would be told less. */
  readonly decision: Decision
  /** For whoever looks at the mock: whether a 404 is for a hidden resource, for example. */
  readonly note?: string
  /** Every rule that the call asks, with each part of it. Empty for a call that can't be read. */
  readonly trace: readonly TracedRule[]
  readonly effect: CallEffect
}

/** The changes that a call would make. */
export interface CallEffect {
  readonly people: PeopleEffect
  readonly resources: {
    readonly changes: readonly ResourceChange[]
    /** How many more resources it would change. */
    readonly more: number
  }
}

/** Makes a call on forks of the platform, and returns all that it would do. The platform stays as it is. */
export function rehearsalOf(platform: Platform, call: RehearsedCall): Rehearsal {
  const { actor, operation, args, message } = call
  const before = copyOf(platform)
  const after = copyOf(platform)
  const changes: Change[] = []
  after.store.clock.keepPace()
  after.store.onCommit = (made) => changes.push(...made)
  const { status, body } = handle(after, message)
  const { decision: logged, code, note } = after.log.requests.at(-1) ?? {}
  // The log of a call that asks has the decision on its question.
  const denial = status === 403 ? logged : undefined
  const touched = touchedBy(changes)
  return {
    as: actor.email,
    operation,
    args,
    status,
    ...(body !== '' && { answer: JSON.parse(body) as unknown }),
    ...(code && { code }),
    decision: denial ?? rehearse(before, { actor, operation, args }, true, actor),
    ...(note !== undefined && { note }),
    trace: tracedCall(before, call),
    effect: {
      people: peopleEffect(before, after, touched),
      resources: resourceChanges(before, after, touched),
    },
  }
}

/** A fork that records no coverage: a rehearsal is no test. */
function copyOf(platform: Platform): Platform {
  const { coverage: _, ...copy } = forkOf(platform)
  return copy
}
