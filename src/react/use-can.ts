'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { ArgumentsOf, OperationName } from '../core/can/call-arguments.ts'
import type { AnyKeys } from '../generated/policies.ts'
import { type CanState, keyOf, loading } from './decisions.ts'
import { useDecisions } from './provider.ts'

/**
 * Tells whether the call would succeed now, with the whole decision: its rule, what is missing, and
 * what would allow it. Components with the same question share one answer. All new questions of the
 * screen go in one request, and a question is aborted when its last component unmounts.
 *
 * Arguments are compared by value, so you can write them in place. On a server the status is `loading`.
 *
 * `useCan<string>(operation, ...args)` asks about an operation that is known at run time alone, and a question
 * that leaves out the body asks the rules alone.
 *
 * @param operation - The operationId, which is also the name of the client's method: `roles.delete`.
 * @param args - The method's arguments: path arguments, then the body or the query, then options.
 * @throws RolecallError, while rendering, if the operation is unknown or there is no provider.
 * @example
 * const { allowed, decision } = useCan('roles.delete', role.key)
 * return <button disabled={!allowed} title={decision?.text}>Delete</button>
 */
export function useCan<O extends string>(
  operation: OperationName<O>,
  ...args: ArgumentsOf<AnyKeys, O>
): CanState {
  const decisions = useDecisions()
  const question = { operation, args }
  const key = keyOf(question)
  const watch = useCallback(
    (listener: () => void) => decisions.watch(key, question, listener),
    // The key stands for the question.
    [decisions, key],
  )
  return useSyncExternalStore(
    watch,
    () => decisions.get(key),
    () => loading,
  )
}
