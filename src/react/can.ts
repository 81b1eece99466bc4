'use client'

import type { ReactNode } from 'react'
import type { CallArguments } from '../core/can/can.ts'
import { checkNames, must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import type { Decision } from '../generated/models.ts'
import type { OperationId } from '../generated/operations.ts'
import type { AnyKeys } from '../generated/policies.ts'
import { useCan } from './use-can.ts'

/** What {@link Can} takes. */
export interface CanProps<O extends OperationId> {
  /** The operationId, which is the method's path in the client. */
  operation: O
  /** What the method takes: path arguments, then the body or the query. */
  args: CallArguments<AnyKeys, O>
  /** Shown if the call is allowed. */
  children?: ReactNode | ((decision: Decision) => ReactNode)
  /** Shown if it is denied. Default: nothing. */
  denied?: ReactNode | ((decision: Decision) => ReactNode)
  /** Shown until the first answer is there. Default: nothing. */
  loading?: ReactNode
  /** Shown where there is no answer to be had. Default: nothing. */
  failed?: ReactNode | ((error: unknown) => ReactNode)
}

const names = ['operation', 'args', 'children', 'denied', 'loading', 'failed']

/**
 * Shows its children to whoever may make the call, and to everybody else why not.
 *
 * @example
 * <Can operation="roles.delete" args={[role.key]} denied={({ text }) => <small>{text}</small>}>
 *   <button onClick={remove}>Delete</button>
 * </Can>
 */
export function Can<O extends OperationId>(props: CanProps<O>): ReactNode {
  checkNames("<Can>'s props", props, names)
  const { operation, args, children, denied, failed } = props
  const given: unknown = args
  if (!Array.isArray(given)) {
    throw must("<Can>'s args", "a list of the method's arguments, [] for none", kindOf(args))
  }
  const state = useCan(operation, ...args)
  switch (state.status) {
    case 'loading':
      return props.loading
    case 'allowed':
      return typeof children === 'function' ? children(state.decision) : children
    case 'denied':
      return typeof denied === 'function' ? denied(state.decision) : denied
    case 'failed':
      return typeof failed === 'function' ? failed(state.error) : failed
  }
}
