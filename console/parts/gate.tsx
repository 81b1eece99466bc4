import { type ReactNode, useId, useState } from 'react'
import type { Decision, OperationId } from '../../src/index.ts'
import { useCan } from '../../src/react/index.ts'
import { DenialDialog } from './denial-dialog.tsx'
import { messageOf } from './message-of.ts'
import { reasonOf } from './reason-of.ts'

/** What a control knows of the call that it would make. */
export interface Gated {
  /** Whether the control is off. */
  readonly off: boolean
  /** Why it is off, and who could do it; undefined if it is on. */
  readonly reason: string | undefined
  /** For the control's `aria-describedby`. */
  readonly describedBy: string | undefined
  /** Shows the whole denial, with what would allow the call. */
  readonly explain: () => void
}

/** Props of {@link Gate}. */
export interface GateProps {
  readonly operation: OperationId
  /** The arguments of the call; without the body, the rules alone are asked. */
  readonly args: readonly unknown[]
  /** Shows the whole denial elsewhere. Default: in a dialogue beside the control. */
  readonly onExplain?: (decision: Decision) => void
  readonly children: (gated: Gated) => ReactNode
}

/**
 * Asks whether the actor may make a call, and hands the answer to the control that would make it. A control
 * that is off stays: it says why, and by whom it could be on.
 *
 * @example
 * <Gate operation="users.remove" args={[email]}>
 *   {(gated) => <GatedButton gated={gated} onClick={remove}>Remove</GatedButton>}
 * </Gate>
 */
export function Gate({ operation, args, onExplain, children }: GateProps): ReactNode {
  const state = useCan<string>(operation, ...args)
  const id = useId()
  const [explained, explain] = useState<Decision>()
  const reason = reasonIn(state)
  return (
    <>
      {children({
        off: reason !== undefined,
        reason,
        describedBy: reason === undefined ? undefined : id,
        explain: () => {
          if (state.status === 'denied') (onExplain ?? explain)(state.decision)
        },
      })}
      {reason !== undefined && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
      {explained && (
        <DenialDialog
          decision={explained}
          operation={operation}
          args={args}
          onClose={() => explain(undefined)}
        />
      )}
    </>
  )
}

function reasonIn(state: ReturnType<typeof useCan>): string | undefined {
  switch (state.status) {
    case 'allowed':
      return undefined
    case 'denied':
      // The form that the control opens has the arguments that decide.
      return state.decision.outcome === 'depends' ? undefined : reasonOf(state.decision)
    case 'loading':
      return 'Asking whether you may…'
    case 'failed':
      return messageOf(state.error)
  }
}
