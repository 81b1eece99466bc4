import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Decision, OperationId } from '../../src/index.ts'
import { useActor } from '../mock/actor.tsx'
import { useConnection } from '../mock/connection.tsx'
import { Badge } from './badge.tsx'
import { DenialView } from './denial-view.tsx'
import { Dialog } from './dialog.tsx'

/** A whole denial: the rule, the reason, and what would allow the call, with a way to apply it. */
export function DenialDialog({
  decision: told,
  operation,
  args,
  onClose,
}: {
  readonly decision: Decision
  /** The call that the control would make. Without it, nothing can be applied. */
  readonly operation?: OperationId | undefined
  readonly args?: readonly unknown[] | undefined
  readonly onClose: () => void
}): ReactNode {
  const { email } = useActor()
  const { control, session } = useConnection()
  const call = operation && args ? { as: email, operation, args: [...args] } : undefined
  // The actor may be told less than whoever holds the mock. It is asked again once something changed.
  const { data } = useQuery({
    queryKey: ['control', session, 'rehearse', call],
    queryFn: () => control.rehearse(call ?? { as: email, operation: 'users.me' }),
    enabled: call !== undefined,
  })
  const decision = data?.decision ?? told
  return (
    <Dialog title={decision.allowed ? 'This is on now' : 'Why this is off'} onClose={onClose}>
      <p role="status">
        {decision.allowed && (
          <Badge tone="yes" icon="yes">
            Allowed now
          </Badge>
        )}
      </p>
      <DenialView decision={decision} call={call} />
    </Dialog>
  )
}
