'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { CallArguments } from '../core/can/can.ts'
import type { OperationId } from '../generated/operations.ts'
import type { AnyKeys } from '../generated/policies.ts'
import { type CanState, keyOf, loading } from './decisions.ts'
import { useDecisions } from './provider.ts'

/**
 * Whether the call would succeed now, and the whole decision: its rule, what is missing, and what
 * would allow it. It is asked once, however many components ask it, together with what else is new on
 * the screen, and no longer waited for when nobody asks any more.
 *
 * Arguments are compared by what they hold, so they can be written in place. On a server it is
 * `loading`.
 *
 * @param operation - The operationId, which is the method's path in the client.
 * @param args - What the method takes: path arguments, then the body or the query, then options.
 * @example
 * const { allowed, decision } = useCan('roles.delete', role.key)
 * return <button disabled={!allowed} title={decision?.text}>Delete</button>
 */
export function useCan<O extends OperationId>(
  operation: O,
  ...args: CallArguments<AnyKeys, O>
): CanState {
  const decisions = useDecisions()
  const question = { operation, args }
  const key = keyOf(question)
  const watch = useCallback(
    (listener: () => void) => decisions.watch(key, question, listener),
    // The key says all that the question does.
    [decisions, key],
  )
  return useSyncExternalStore(
    watch,
    () => decisions.get(key),
    () => loading,
  )
}
