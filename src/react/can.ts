'use client'

import type { ReactNode } from 'react'
import type { CallArguments } from '../core/can/call-arguments.ts'
import { checkNames, must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import type { Decision } from '../generated/models.ts'
import type { OperationId } from '../generated/operations.ts'
import type { AnyKeys } from '../generated/policies.ts'
import { useCan } from './use-can.ts'

/** Props of {@link Can}. */
export interface CanProps<O extends OperationId> {
  /** The operationId, which is also the name of the client's method: `roles.delete`. */
  operation: O
  /** The method's arguments: path arguments, then the body or the query. `[]` for none. */
  args: CallArguments<AnyKeys, O>
  /** Shown if the call is allowed. */
  children?: ReactNode | ((decision: Decision) => ReactNode)
  /** Shown if it is denied. Default: nothing. */
  denied?: ReactNode | ((decision: Decision) => ReactNode)
  /** Shown until the first answer arrives. Default: nothing. */
  loading?: ReactNode
  /** Shown if the question fails, as without a connection. Default: nothing. */
  failed?: ReactNode | ((error: unknown) => ReactNode)
}

const names = ['operation', 'args', 'children', 'denied', 'loading', 'failed']

/**
 * Shows its children to people who may make the call, and `denied` to everybody else.
 *
 * @throws RolecallError, while rendering, if a prop is unknown or `args` is no list.
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
